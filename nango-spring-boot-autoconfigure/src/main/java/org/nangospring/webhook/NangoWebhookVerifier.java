package org.nangospring.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Checks that Nango has signed a webhook. The signature is the HMAC-SHA256 of the body
 * exactly as it came, so hand over the bytes before anything has read or written them as
 * JSON. Nango's older signature, in {@code X-Nango-Signature}, can be extended by others
 * and is never accepted. Safe for use by many threads.
 * <p>
 * How long a check takes tells nothing about the right signature: it is computed whatever
 * was sent, with every key and without stopping at one that fits, and
 * {@link MessageDigest#isEqual} compares all of it.
 */
public final class NangoWebhookVerifier {

	/** The header that holds the signature: 64 hexadecimal digits in lower case. */
	public static final String SIGNATURE_HEADER = "X-Nango-Hmac-Sha256";

	private static final String ALGORITHM = "HmacSHA256";

	private final List<SecretKeySpec> keys;

	private NangoWebhookVerifier(Collection<String> keys) {
		if (keys == null || keys.isEmpty()) {
			throw new IllegalArgumentException("Name at least one signing key");
		}
		this.keys = keys.stream().map(SigningKeys::check).map(NangoWebhookVerifier::key).toList();
	}

	/**
	 * A verifier that accepts signatures with any of some keys. After a rotation Nango
	 * may sign with the old key for five minutes more, so name both for a while.
	 * @param signingKeys the keys, as Nango's dashboard shows them under Environment
	 * Settings; in environments from before 2026-04-20 whose key was never rotated, it is
	 * the secret key
	 * @return the verifier
	 * @throws IllegalArgumentException if there is no key, or one that cannot be one
	 */
	public static NangoWebhookVerifier of(String... signingKeys) {
		return new NangoWebhookVerifier(Arrays.asList(signingKeys));
	}

	/**
	 * A verifier that accepts signatures with any of some keys.
	 * @param signingKeys the keys
	 * @return the verifier
	 * @throws IllegalArgumentException if there is no key, or one that cannot be one
	 * @see #of(String...)
	 */
	public static NangoWebhookVerifier of(Collection<String> signingKeys) {
		return new NangoWebhookVerifier(signingKeys);
	}

	/**
	 * Checks the signature of a request.
	 * @param body the body, as it came
	 * @param headers the headers
	 * @return whether there is exactly one signature and it is right
	 */
	public boolean verify(byte[] body, HttpHeaders headers) {
		return verifyOnly(body, headers.getOrEmpty(SIGNATURE_HEADER));
	}

	/**
	 * Checks the signature of a request.
	 * @param body the body, as it came
	 * @param headers the headers, with names in any case
	 * @return whether there is exactly one signature and it is right
	 */
	public boolean verify(byte[] body, Map<String, ? extends Collection<String>> headers) {
		List<String> signatures = headers.entrySet()
			.stream()
			.filter((header) -> SIGNATURE_HEADER.equalsIgnoreCase(header.getKey()))
			.<String>flatMap((header) -> header.getValue().stream())
			.toList();
		return verifyOnly(body, signatures);
	}

	/**
	 * Checks a signature.
	 * @param body the body, as it came
	 * @param signature the value of {@value #SIGNATURE_HEADER}, or null when there is
	 * none
	 * @return whether it is right
	 */
	public boolean verify(byte[] body, @Nullable String signature) {
		byte[] actual = (signature != null) ? signature.getBytes(StandardCharsets.UTF_8) : new byte[0];
		boolean right = false;
		for (SecretKeySpec key : this.keys) {
			right |= MessageDigest.isEqual(signature(key, body), actual);
		}
		return right;
	}

	private boolean verifyOnly(byte[] body, List<String> signatures) {
		return verify(body, (signatures.size() == 1) ? signatures.get(0) : null);
	}

	private static byte[] signature(SecretKeySpec key, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

	private static SecretKeySpec key(String key) {
		return new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
	}

	@Override
	public String toString() {
		return "NangoWebhookVerifier[keys=" + this.keys.size() + "]";
	}

}
