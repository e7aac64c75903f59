package org.nangospring.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.webhook.test.SignedWebhook;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.env.Environment;

/**
 * A webhook of a {@link NangoMock}. {@link #send()} sends it to the application if that
 * has a port; {@link #signed()} is for {@code MockMvc} and {@code WebTestClient}. Sending
 * the same object again is what Nango does when it repeats a webhook; another object is
 * another webhook, although it may say the same.
 */
public final class MockWebhook {

	/** Nango gives up after 20 seconds. */
	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final ObjectNode body;

	private final String signingKey;

	private final @Nullable Environment application;

	private final String mark;

	MockWebhook(ObjectNode body, String signingKey, @Nullable Environment application) {
		this(body, signingKey, application, mark());
	}

	private MockWebhook(ObjectNode body, String signingKey, @Nullable Environment application, String mark) {
		this.body = body;
		this.signingKey = signingKey;
		this.application = application;
		this.mark = mark;
	}

	/**
	 * Adds or replaces a field.
	 * @param field the name in JSON
	 * @param value the value, written as JSON
	 * @return a webhook with that field
	 */
	public MockWebhook with(String field, @Nullable Object value) {
		ObjectNode more = this.body.deepCopy();
		more.set(Arguments.text(field, "field"), MockJson.of(value));
		return new MockWebhook(more, this.signingKey, this.application, this.mark);
	}

	/**
	 * The webhook with its signature.
	 * @return body and headers, as a request for {@code MockMvc} too
	 */
	public SignedWebhook signed() {
		return SignedWebhook.of(this.signingKey, this.body + this.mark);
	}

	/**
	 * Sends it to {@code nango.webhook.path} of the application under test, as Nango does
	 * the first time, and waits for the answer.
	 * @throws IllegalStateException if the application has no port or no path for
	 * webhooks
	 * @throws AssertionError if the application does not answer with a 2xx status
	 */
	public void send() {
		int status = post();
		if (status < 200 || status > 299) {
			throw new AssertionError("The application answered " + status + " to the webhook " + this.body
					+ ". A test that expects this calls sendExpecting(" + status + ").");
		}
	}

	/**
	 * Sends it as {@link #send()} does.
	 * @param expected the status that the application has to answer with
	 * @throws IllegalStateException if the application has no port or no path for
	 * webhooks
	 * @throws AssertionError if the application answers with another status
	 */
	public void sendExpecting(int expected) {
		int status = post();
		if (status != expected) {
			throw new AssertionError(
					"The application answered " + status + " to the webhook " + this.body + ", not " + expected);
		}
	}

	/**
	 * White space that tells webhooks apart whose JSON is the same. The application would
	 * take the second one for a repeat of the first, and leave it out.
	 */
	private static String mark() {
		return Long.toBinaryString(ThreadLocalRandom.current().nextLong()).replace('0', ' ').replace('1', '\t');
	}

	private int post() {
		SignedWebhook signed = signed();
		HttpRequest.Builder request = HttpRequest.newBuilder(address())
			.timeout(TIMEOUT)
			.POST(HttpRequest.BodyPublishers.ofByteArray(signed.body()));
		signed.headers().forEach((name, values) -> values.forEach((value) -> request.header(name, value)));
		try {
			return HttpClient.newHttpClient()
				.send(request.build(), HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException ex) {
			throw new AssertionError("The application did not answer the webhook " + this.body, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the application handles a webhook", ex);
		}
	}

	private URI address() {
		String port = property("local.server.port");
		if (port.isEmpty()) {
			throw new IllegalStateException("There is no port to send a webhook to: let the test have"
					+ " @SpringBootTest(webEnvironment = RANDOM_PORT), or use signed() with MockMvc or WebTestClient");
		}
		String path = property("nango.webhook.path");
		if (path.isEmpty()) {
			throw new IllegalStateException(
					"The application receives no webhooks, because nango.webhook.path is not set");
		}
		return URI.create("http://127.0.0.1:" + port + property("server.servlet.context-path")
				+ property("spring.mvc.servlet.path") + property("spring.webflux.base-path") + path);
	}

	private String property(String name) {
		String value = (this.application != null) ? this.application.getProperty(name) : null;
		return (value == null || value.equals("/")) ? "" : value;
	}

}
