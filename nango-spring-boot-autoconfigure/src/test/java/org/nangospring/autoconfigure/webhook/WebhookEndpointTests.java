package org.nangospring.autoconfigure.webhook;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.webhook.AuthWebhook;
import org.nangospring.webhook.ForwardWebhook;
import org.nangospring.webhook.WebhookSamples;
import org.nangospring.webhook.test.SignedWebhook;

import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for the endpoint in every kind of application. The tests of the two kinds
 * inherit it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WebhookEndpointTests {

	private static final int LIMIT = 4000;

	private final ServerKind kind;

	private WebhookApplication application;

	WebhookEndpointTests(ServerKind kind) {
		this.kind = kind;
	}

	@BeforeAll
	void start() {
		this.application = WebhookApplication.start(this.kind, "nango.webhook.max-body-size=" + LIMIT + "B",
				"nango.webhook.signing-keys=" + WebhookSamples.OTHER_KEY + "," + WebhookSamples.KEY,
				"nango.webhook.deduplication.enabled=false");
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@BeforeEach
	void clear() {
		this.application.recorder().clear();
	}

	WebhookApplication application() {
		return this.application;
	}

	static List<String> samples() {
		return WebhookSamples.all();
	}

	@ParameterizedTest
	@MethodSource("samples")
	void everyKindOfWebhookBecomesAnEvent(String body) {
		assertThat(this.application.deliver(body)).isEqualTo(200);
		assertThat(this.application.recorder().bodies()).containsExactly(body);
	}

	@Test
	void aListenerOfOneKindGetsThatKindOnly() {
		WebhookSamples.all().forEach(this.application::deliver);
		assertThat(this.application.recorder().auth()).extracting(AuthWebhook::body)
			.containsExactly(WebhookSamples.CREATION, WebhookSamples.OVERRIDE, WebhookSamples.REFRESH_FAILURE);
	}

	@Test
	void theHeadersOfAProviderComeAlong() {
		assertThat(
				this.application.send(this.application.signed(WebhookSamples.FORWARD).header("X-GitHub-Event", "push"))
					.statusCode())
			.isEqualTo(200);
		ForwardWebhook event = (ForwardWebhook) this.application.recorder().all().get(0);
		assertThat(event.headers().getFirst("x-github-event")).isEqualTo("push");
	}

	@Test
	void listenersMayWaitBecauseTheyRunOnThreadsOfTheirOwn() {
		this.application.deliver(WebhookSamples.SYNC);
		assertThat(this.application.recorder().threads()).singleElement().asString().startsWith("nango-webhook-");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0000", "wrong" })
	void aWrongSignatureIsRefusedWithoutADetail(String signature) {
		HttpResponse<String> response = this.application.send(this.application.request()
			.header("Content-Type", "application/json")
			.header("X-Nango-Hmac-Sha256", signature)
			.POST(BodyPublishers.ofString(WebhookSamples.SYNC)));
		assertRefused(response, 401);
	}

	@Test
	void aMissingARepeatedAndAnOlderSignatureAreRefused() {
		String body = WebhookSamples.SYNC;
		String signature = WebhookSamples.sign(WebhookSamples.KEY, WebhookSamples.bytes(body));
		assertRefused(this.application.send(this.application.request()
			.header("Content-Type", "application/json")
			.header("X-Nango-Signature", signature)
			.POST(BodyPublishers.ofString(body))), 401);
		assertRefused(this.application.send(this.application.signed(body).header("X-Nango-Hmac-Sha256", signature)),
				401);
	}

	@Test
	void aBodyThatWasChangedOnTheWayIsRefused() {
		assertRefused(this.application.send(
				this.application.signed(WebhookSamples.SYNC, BodyPublishers.ofString(WebhookSamples.SYNC + " "))), 401);
	}

	@Test
	void whatIsSignedButNotJsonIsABadRequest() {
		assertRefused(this.application.send(this.application.signed("{\"type\":")), 400);
		assertRefused(this.application.send(this.application.signed("")), 400);
	}

	@Test
	void whatIsNeitherSignedNorJsonIsNotEvenRead() {
		assertRefused(this.application.send(this.application.request()
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"type\":"))), 401);
	}

	@Test
	void aBodyOfExactlyTheLimitIsTakenAndOneByteMoreIsTooLarge() {
		String body = "\"" + "x".repeat(LIMIT - 2) + "\"";
		assertThat(this.application.deliver(body)).isEqualTo(200);
		this.application.recorder().clear();
		assertRefused(this.application.send(this.application.signed(body + " ")), 413);
	}

	@Test
	void aBodyWithoutALengthIsReadNoFurtherThanTheLimit() throws Exception {
		assertRefused(this.application.send(this.application.signed("x",
				BodyPublishers.fromPublisher(BodyPublishers.ofString("\"" + "x".repeat(LIMIT) + "\"")))), 413);
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.application.port())) {
			socket.setSoTimeout(60_000);
			OutputStream out = socket.getOutputStream();
			out.write(("POST " + WebhookApplication.PATH
					+ " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			// more would be needed for the body to end, and never comes
			String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
			out.write(chunk.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			byte[] answer = socket.getInputStream().readNBytes(12);
			assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE", "PATCH", "OPTIONS" })
	void onlyPostIsAllowed(String method) {
		HttpResponse<String> response = this.application
			.send(this.application.signed(WebhookSamples.SYNC).method(method, BodyPublishers.noBody()));
		assertRefused(response, 405);
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense" })
	void otherContentTypesAreRefused(String type) {
		assertRefused(
				this.application.send(this.application.signed(WebhookSamples.SYNC).setHeader("Content-Type", type)),
				415);
	}

	@Test
	void aMissingContentTypeIsRefused() {
		assertRefused(
				this.application.send(this.application.request().POST(BodyPublishers.ofString(WebhookSamples.SYNC))),
				415);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json;charset=utf-8", "APPLICATION/JSON", "application/vnd.provider+json" })
	void everyWayToWriteTheContentTypeOfJsonIsTaken(String type) {
		assertThat(this.application.send(this.application.signed(WebhookSamples.SYNC).setHeader("Content-Type", type))
			.statusCode()).isEqualTo(200);
	}

	@Test
	void withoutDeduplicationEveryDeliveryIsHandled() {
		this.application.deliver(WebhookSamples.SYNC);
		this.application.deliver(WebhookSamples.SYNC);
		assertThat(this.application.recorder().all()).hasSize(2);
	}

	@Test
	void manyAtOnceAreAllHandled() {
		CountDownLatch together = new CountDownLatch(4);
		this.application.recorder().behave((webhook) -> {
			together.countDown();
			Latches.await(together);
		});
		assertThat(WebhookSamples.all().subList(0, 4).stream().map(this.application::deliverLater).toList())
			.allSatisfy((status) -> assertThat(status.join()).isEqualTo(200));
	}

	@Test
	void theHelperForTestsOfApplicationsSendsWebhooks() {
		WebTestClient client = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.application.port())
			.build();
		SignedWebhook.of(WebhookSamples.KEY, WebhookSamples.CREATION)
			.post(client, WebhookApplication.PATH)
			.expectStatus()
			.isOk();
		SignedWebhook.of(WebhookSamples.KEY, Map.of("hello", "world"))
			.header("X-Event", "greeting")
			.post(client, WebhookApplication.PATH)
			.expectStatus()
			.isOk();
		SignedWebhook.of(WebhookSamples.KEY, WebhookSamples.bytes(WebhookSamples.SYNC))
			.post(client, WebhookApplication.PATH)
			.expectStatus()
			.isOk();
		SignedWebhook.of("another-key", WebhookSamples.CREATION)
			.post(client, WebhookApplication.PATH)
			.expectStatus()
			.isUnauthorized();
		assertThat(this.application.recorder().bodies()).containsExactly(WebhookSamples.CREATION,
				"{\"hello\":\"world\"}", WebhookSamples.SYNC);
		assertThat(this.application.recorder().all().get(1).headers().getFirst("x-event")).isEqualTo("greeting");
	}

	private void assertRefused(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).isEmpty();
		assertThat(this.application.recorder().all()).isEmpty();
	}

}
