package org.nangospring.webhook;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Random input, the same with each run.
 */
class WebhookFuzzTests {

	private static final int SIGNATURES = 1_000_000;

	private static final int BODIES = 50_000;

	private final Random random = new Random(20261123);

	@Test
	void aMillionRandomBodiesAndSignaturesNeverVerifyAndNeverThrow() {
		NangoWebhookVerifier verifier = NangoWebhookVerifier.of(WebhookSamples.KEY);
		int verified = 0;
		for (int i = 0; i < SIGNATURES; i++) {
			if (verifier.verify(randomBytes(64), randomSignature())) {
				verified++;
			}
		}
		assertThat(verified).isZero();
	}

	@Test
	void whateverIsSignedIsAWebhookOrATypedError() {
		int read = 0;
		for (int i = 0; i < BODIES; i++) {
			byte[] body = (i % 4 == 0) ? randomBytes(200) : mutated(sample());
			try {
				NangoWebhook webhook = NangoWebhook.read(body);
				assertThat(webhook.fingerprint()).hasSize(64);
				webhook.toString();
				use(webhook);
				read++;
			}
			catch (NangoWebhookFormatException ex) {
				assertThat(ex.getMessage()).isNotBlank();
			}
		}
		assertThat(read).isBetween(BODIES / 10, BODIES);
	}

	@Test
	void whatIsNestedTooDeepIsATypedErrorToo() {
		for (String open : new String[] { "[", "{\"a\":", "{\"from\":\"nango\",\"type\":\"auth\",\"tags\":[" }) {
			byte[] body = WebhookSamples.bytes(open.repeat(100_000));
			assertThat(catchThrowable(() -> NangoWebhook.read(body))).isInstanceOf(NangoWebhookFormatException.class);
		}
	}

	private static void use(NangoWebhook webhook) {
		if (webhook instanceof ForwardWebhook forward) {
			forward.payload(Object.class);
		}
		else if (webhook instanceof ProviderWebhook provider) {
			provider.payload(Object.class);
		}
		else if (webhook instanceof AuthWebhook auth) {
			auth.connection();
		}
		else if (webhook instanceof SyncWebhook sync) {
			sync.connection();
			sync.isFullSync();
		}
		else if (webhook instanceof AsyncActionWebhook action) {
			action.action().statusUrl();
		}
	}

	private String sample() {
		return WebhookSamples.all().get(this.random.nextInt(WebhookSamples.all().size()));
	}

	private String randomSignature() {
		return switch (this.random.nextInt(4)) {
			case 0 -> HexFormat.of().formatHex(randomBytes(40));
			case 1 -> new String(randomBytes(70), StandardCharsets.UTF_16);
			default -> {
				byte[] digest = new byte[32];
				this.random.nextBytes(digest);
				yield HexFormat.of().formatHex(digest);
			}
		};
	}

	private byte[] randomBytes(int limit) {
		byte[] bytes = new byte[this.random.nextInt(limit)];
		this.random.nextBytes(bytes);
		return bytes;
	}

	/**
	 * Changes values and structure, mostly so that it stays JSON.
	 */
	private byte[] mutated(String text) {
		String[] values = { "null", "true", "[]", "{}", "-1", "1e999", "\"\"", "\"\\u0000\"", "\"..\"",
				"99999999999999999999" };
		String changed = text;
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			int from = this.random.nextInt(changed.length());
			int colon = changed.indexOf(':', from);
			int comma = (colon > 0) ? changed.indexOf(',', colon) : -1;
			String value = values[this.random.nextInt(values.length)];
			if (comma > 0 && this.random.nextInt(5) > 0) {
				changed = changed.substring(0, colon + 1) + value + changed.substring(comma);
			}
			else {
				changed = changed.substring(0, from) + (char) this.random.nextInt(0x3000) + changed.substring(from + 1);
			}
		}
		return WebhookSamples.bytes(changed);
	}

}
