package org.nangospring.sample.nango;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs webhooks and sends them, three times at most, on a thread of its own.
 */
final class WebhookOutbox {

	private static final System.Logger logger = System.getLogger(WebhookOutbox.class.getName());

	private static final String ALGORITHM = "HmacSHA256";

	private static final int ATTEMPTS = 3;

	private static final int FIRST_WAIT_MILLIS = 100;

	private final String signingKey = UUID.randomUUID().toString();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "embedded-nango-webhooks");
		thread.setDaemon(true);
		return thread;
	});

	private volatile @Nullable URI target;

	String signingKey() {
		return this.signingKey;
	}

	/**
	 * Webhooks go nowhere until somebody wants them.
	 * @param address who wants them
	 * @param look called now and then, so that syncs end although nobody asks for them
	 */
	void open(URI address, Runnable look) {
		this.target = address;
		this.executor.scheduleWithFixedDelay(look, 1, 1, TimeUnit.SECONDS);
	}

	/**
	 * Where the application is that wants the webhooks.
	 * @return its address without a path, or null as long as nobody wants them
	 */
	@Nullable URI application() {
		URI address = this.target;
		return (address != null) ? address.resolve("/") : null;
	}

	void send(ObjectNode webhook) {
		URI address = this.target;
		if (address != null) {
			byte[] body = Json.write(webhook);
			this.executor.execute(() -> attempt(address, body, 1));
		}
	}

	void close() {
		this.executor.shutdownNow();
	}

	private void attempt(URI address, byte[] body, int number) {
		if (!isTaken(address, body) && number < ATTEMPTS) {
			this.executor.schedule(() -> attempt(address, body, number + 1), FIRST_WAIT_MILLIS << (number - 1),
					TimeUnit.MILLISECONDS);
		}
	}

	private boolean isTaken(URI address, byte[] body) {
		try {
			HttpRequest request = HttpRequest.newBuilder(address)
				.timeout(Duration.ofSeconds(20))
				.header("Content-Type", "application/json")
				.header("X-Nango-Hmac-Sha256", sign(body))
				.header("X-Nango-Signature", hash(body))
				.POST(BodyPublishers.ofByteArray(body))
				.build();
			return this.client.send(request, BodyHandlers.discarding()).statusCode() < 500;
		}
		catch (IOException ex) {
			logger.log(System.Logger.Level.DEBUG, "A webhook could not be sent", ex);
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	/**
	 * What Nango has signed with before, and still sends. It does not keep anybody from
	 * adding to a body, so nobody should go by it.
	 */
	private String hash(byte[] body) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.signingKey.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest.digest(body));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String sign(byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.signingKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			return HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
