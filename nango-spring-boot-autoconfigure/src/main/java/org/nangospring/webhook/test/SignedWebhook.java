package org.nangospring.webhook.test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.webhook.NangoWebhookVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * A webhook as Nango would send it, for tests of an application's endpoint and listeners.
 * <pre class="code">
 * mvc.perform(SignedWebhook.of(KEY, json).mockMvc("/webhooks/nango")).andExpect(status().isOk());
 * SignedWebhook.of(KEY, json).post(webTestClient, "/webhooks/nango").expectStatus().isOk();
 * </pre> Other clients send {@link #body()} with {@link #headers()}.
 */
public final class SignedWebhook {

	private static final String ALGORITHM = "HmacSHA256";

	private final byte[] body;

	private final HttpHeaders headers;

	private SignedWebhook(byte[] body, HttpHeaders headers) {
		this.body = body;
		this.headers = headers;
	}

	/**
	 * Signs a webhook.
	 * @param signingKey the key, as in {@code nango.webhook.signing-keys}
	 * @param json the body
	 * @return the webhook
	 * @throws IllegalArgumentException if the key is blank
	 */
	public static SignedWebhook of(String signingKey, String json) {
		return signed(signingKey, json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Signs a webhook, for example one that was recorded.
	 * @param signingKey the key, as in {@code nango.webhook.signing-keys}
	 * @param body the body, sent as it is
	 * @return the webhook
	 * @throws IllegalArgumentException if the key is blank
	 */
	public static SignedWebhook of(String signingKey, byte[] body) {
		return signed(signingKey, body.clone());
	}

	/**
	 * Signs a webhook.
	 * @param signingKey the key, as in {@code nango.webhook.signing-keys}
	 * @param body what to write as JSON, for example a {@code Map}
	 * @return the webhook
	 * @throws IllegalArgumentException if the key is blank, or the body cannot be written
	 */
	public static SignedWebhook of(String signingKey, Object body) {
		return signed(signingKey, NangoJson.instance().write(body));
	}

	/**
	 * Adds a header, such as those of a provider that Nango passes on.
	 * @param name its name
	 * @param values its values
	 * @return a webhook with the header
	 */
	public SignedWebhook header(String name, String... values) {
		HttpHeaders more = headers();
		more.put(name, Arrays.asList(values));
		return new SignedWebhook(this.body, more);
	}

	/**
	 * The body.
	 * @return UTF-8 JSON, to be sent as it is
	 */
	public byte[] body() {
		return this.body.clone();
	}

	/**
	 * The headers.
	 * @return a copy, with content type and signature
	 */
	public HttpHeaders headers() {
		return Answers.headers(this.headers);
	}

	/**
	 * A request for {@code MockMvc}.
	 * @param path the path of the endpoint
	 * @return the request
	 */
	public MockHttpServletRequestBuilder mockMvc(String path) {
		return MockMvcRequestBuilders.post(path).headers(headers()).content(body());
	}

	/**
	 * Sends it with a {@code WebTestClient}.
	 * @param client the client
	 * @param path the path of the endpoint
	 * @return the response
	 */
	public WebTestClient.ResponseSpec post(WebTestClient client, String path) {
		return client.post().uri(path).headers((target) -> target.putAll(headers())).bodyValue(body()).exchange();
	}

	private static SignedWebhook signed(String signingKey, byte[] body) {
		byte[] key = Arguments.text(signingKey, "signing key").getBytes(StandardCharsets.UTF_8);
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(MediaType.APPLICATION_JSON);
		headers.set(NangoWebhookVerifier.SIGNATURE_HEADER, HexFormat.of().formatHex(hmac(key, body)));
		return new SignedWebhook(body, headers);
	}

	private static byte[] hmac(byte[] key, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return mac.doFinal(body);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

}
