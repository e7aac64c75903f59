package org.nangospring.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NangoWebhookVerifierTests {

	private static final byte[] BODY = WebhookSamples.bytes(WebhookSamples.SYNC);

	private static final String SIGNATURE = WebhookSamples.sign(WebhookSamples.KEY, BODY);

	private final NangoWebhookVerifier verifier = NangoWebhookVerifier.of(WebhookSamples.KEY);

	static List<String> samples() {
		return WebhookSamples.all();
	}

	@ParameterizedTest
	@MethodSource("samples")
	void aRightSignatureVerifies(String body) {
		assertThat(this.verifier.verify(WebhookSamples.bytes(body), WebhookSamples.signed(WebhookSamples.KEY, body)))
			.isTrue();
	}

	/**
	 * The example of RFC 4231, section 4.3.
	 */
	@Test
	void aPublishedExampleVerifies() {
		NangoWebhookVerifier published = NangoWebhookVerifier.of("Jefe");
		assertThat(published.verify(WebhookSamples.bytes("what do ya want for nothing?"),
				"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
			.isTrue();
	}

	@Test
	void oneFlippedBitInTheBodyFails() {
		for (int bit = 0; bit < BODY.length * 8; bit++) {
			assertThat(this.verifier.verify(flipped(BODY, bit), SIGNATURE)).as("bit " + bit).isFalse();
		}
	}

	/**
	 * Among them are those that make a digit a capital letter.
	 */
	@Test
	void oneFlippedBitInTheSignatureFails() {
		byte[] signature = WebhookSamples.bytes(SIGNATURE);
		for (int bit = 0; bit < signature.length * 8; bit++) {
			String changed = new String(flipped(signature, bit), StandardCharsets.ISO_8859_1);
			assertThat(this.verifier.verify(BODY, changed)).as("bit " + bit).isFalse();
		}
	}

	@Test
	void oneFlippedBitInTheKeyFails() {
		byte[] key = WebhookSamples.bytes(WebhookSamples.KEY);
		for (int index = 0; index < key.length; index++) {
			// the lowest bit keeps it a key that can be written
			String changed = new String(flipped(key, index * 8), StandardCharsets.US_ASCII);
			assertThat(NangoWebhookVerifier.of(changed).verify(BODY, SIGNATURE)).as(changed).isFalse();
		}
	}

	@ParameterizedTest
	@NullSource
	@MethodSource("wrongSignatures")
	void aSignatureThatIsNotExactlyTheRightOneFails(String signature) {
		assertThat(this.verifier.verify(BODY, signature)).isFalse();
	}

	static Stream<String> wrongSignatures() {
		return Stream.of("", " ", SIGNATURE.substring(1), SIGNATURE.substring(0, 63), SIGNATURE + "0", SIGNATURE + " ",
				" " + SIGNATURE, SIGNATURE + SIGNATURE, SIGNATURE + "," + SIGNATURE, "sha256=" + SIGNATURE,
				SIGNATURE.toUpperCase(Locale.ROOT), "z".repeat(64), "0".repeat(64),
				SIGNATURE.substring(0, 63) + "\u0000", "\uFF10" + SIGNATURE.substring(1), "\uD800",
				"x".repeat(1_000_000));
	}

	@Test
	void missingAndRepeatedHeadersFail() {
		HttpHeaders headers = new HttpHeaders();
		assertThat(this.verifier.verify(BODY, headers)).isFalse();
		headers.add("X-Nango-Hmac-Sha256", SIGNATURE);
		assertThat(this.verifier.verify(BODY, headers)).isTrue();
		headers.add("X-Nango-Hmac-Sha256", SIGNATURE);
		assertThat(this.verifier.verify(BODY, headers)).isFalse();
		assertThat(this.verifier.verify(BODY,
				Map.of("X-Nango-Hmac-Sha256", List.of(SIGNATURE), "x-nango-hmac-sha256", List.of(SIGNATURE))))
			.isFalse();
		assertThat(this.verifier.verify(BODY, Map.of("X-Nango-Hmac-Sha256", List.<String>of()))).isFalse();
		assertThat(this.verifier.verify(BODY, Map.<String, List<String>>of())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Nango-Hmac-Sha256", "x-nango-hmac-sha256", "X-NANGO-HMAC-SHA256" })
	void theHeaderIsFoundInAnyCase(String name) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(name, SIGNATURE);
		assertThat(this.verifier.verify(BODY, headers)).isTrue();
		assertThat(this.verifier.verify(BODY, Map.of(name, List.of(SIGNATURE)))).isTrue();
	}

	@Test
	void theOlderSignatureIsNotAccepted() throws Exception {
		byte[] keyAndBody = WebhookSamples.bytes(WebhookSamples.KEY + WebhookSamples.SYNC);
		String older = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(keyAndBody));
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Nango-Signature", older);
		assertThat(this.verifier.verify(BODY, headers)).isFalse();
		headers.set("X-Nango-Hmac-Sha256", older);
		assertThat(this.verifier.verify(BODY, headers)).isFalse();
	}

	@Test
	void whileAKeyIsRotatedBothVerify() {
		NangoWebhookVerifier both = NangoWebhookVerifier.of(WebhookSamples.OTHER_KEY, WebhookSamples.KEY);
		assertThat(both.verify(BODY, SIGNATURE)).isTrue();
		assertThat(both.verify(BODY, WebhookSamples.sign(WebhookSamples.OTHER_KEY, BODY))).isTrue();
		assertThat(both.verify(BODY, WebhookSamples.sign("a-third-key", BODY))).isFalse();
	}

	@Test
	void theTextOfAVerifierHoldsNoKey() {
		assertThat(this.verifier).hasToString("NangoWebhookVerifier[keys=1]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "1111 2222", "1111\n", "\"1111\"", "${NANGO_WEBHOOK_SIGNING_KEY}",
			"<your signing key>", "k\u00e9y" })
	void aKeyThatCannotBeOneIsRefusedAndNotShown(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> NangoWebhookVerifier.of(WebhookSamples.KEY, key))
			.withMessageStartingWith("A signing key ")
			.withMessageNotContaining("1111");
	}

	@Test
	void withoutAKeyThereIsNoVerifier() {
		assertThatIllegalArgumentException().isThrownBy(() -> NangoWebhookVerifier.of())
			.withMessage("Name at least one signing key");
		assertThatIllegalArgumentException().isThrownBy(() -> NangoWebhookVerifier.of(Arrays.asList((String) null)));
	}

	private static byte[] flipped(byte[] bytes, int bit) {
		byte[] changed = bytes.clone();
		changed[bit / 8] ^= (byte) (1 << (bit % 8));
		return changed;
	}

}
