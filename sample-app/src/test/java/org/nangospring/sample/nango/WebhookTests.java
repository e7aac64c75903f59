package org.nangospring.sample.nango;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.webhook.NangoWebhookVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTests {

	private static final String IMPORT = """
			{'provider_config_key':'github','connection_id':'new-one','tags':{'Team':'x'},\
			'credentials':{'type':'OAUTH2','access_token':'fake-access-token.visitor.1'}}""";

	private final Caller caller = new Caller();

	private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

	private final BlockingQueue<String> formerSignatures = new LinkedBlockingQueue<>();

	private final AtomicInteger failures = new AtomicInteger();

	private HttpServer receiver;

	@BeforeEach
	void listen() throws IOException {
		this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.receiver.createContext("/", this::receive);
		this.receiver.start();
		this.caller.nango().sendWebhooksTo(URI.create("http://127.0.0.1:" + this.receiver.getAddress().getPort()));
	}

	@AfterEach
	void close() {
		this.caller.close();
		this.receiver.stop(0);
	}

	@Test
	void madeConnectionIsToldWithItsTags() throws Exception {
		assertThat(this.caller.json("POST", "/connections", IMPORT).status()).isEqualTo(201);
		assertThat(next()).isEqualTo(
				"""
						{"authMode":"OAUTH2","connectionId":"new-one","environment":"dev","from":"nango","operation":"creation",\
						"provider":"github","providerConfigKey":"github","success":true,"tags":{"team":"x"},"type":"auth"}""");
		this.caller.clock().advance(Duration.ofSeconds(2));
		JsonNode sync = json(next());
		assertThat(sync.path("syncType").asString()).isEqualTo("INITIAL");
		assertThat(sync.path("modifiedAfter").asString()).isEqualTo("2026-06-01T10:00:00.000Z");
		assertThat(sync.at("/responseResults/added").asInt()).isEqualTo(3);
	}

	@Test
	void replacedConnectionIsToldAsAnOverride() throws Exception {
		this.caller.json("POST", "/connections", IMPORT.replace("new-one", "acme-github"));
		assertThat(json(next()).path("operation").asString()).isEqualTo("override");
		assertThat(this.caller.get("/connections?connectionId=acme-github").at("/connections")).hasSize(1);
		assertThat(this.caller.get("/records?model=GithubIssue", Caller.ACME_GITHUB).at("/records")).hasSize(40);
	}

	@Test
	void consentGivenAgainIsToldAsAnOverride() throws Exception {
		String token = this.caller
			.json("POST", "/connect/sessions/reconnect", "{'connection_id':'acme-slack','integration_id':'slack'}")
			.text("/data/token");
		this.caller.send(this.caller.anonymous("/connect-ui", "Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("session_token=" + token)));
		JsonNode webhook = json(next());
		assertThat(webhook.path("connectionId").asString()).isEqualTo("acme-slack");
		assertThat(webhook.path("operation").asString()).isEqualTo("override");
		assertThat(webhook.path("success").asBoolean()).isTrue();
		assertThat(webhook.at("/tags/end_user_id").asString()).isEqualTo("user-ada");
	}

	@Test
	void syncThatHasRunIsToldAlthoughNobodyAsks() throws Exception {
		this.caller.json("POST", "/sync/trigger",
				"{'provider_config_key':'github','connection_id':'acme-github','syncs':['github-issues']}");
		this.caller.clock().advance(Duration.ofSeconds(2));
		assertThat(next()).isEqualTo(
				"""
						{"connectionId":"acme-github","from":"nango","model":"GithubIssue",\
						"modifiedAfter":"2026-06-01T10:00:00.000Z","providerConfigKey":"github",\
						"queryTimeStamp":"2026-06-01T10:00:00.000Z","responseResults":{"added":2,"deleted":1,"updated":3},\
						"success":true,"syncName":"github-issues","syncType":"INCREMENTAL","syncVariant":"base","type":"sync"}""");
	}

	@Test
	void syncOfARevokedConnectionIsToldAfterTheRefreshThatFailed() throws Exception {
		String token = this.caller
			.json("POST", "/connect/sessions/reconnect", "{'connection_id':'acme-github','integration_id':'github'}")
			.text("/data/token");
		this.caller.send(this.caller.anonymous("/connect-ui", "Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("session_token=" + token + "&revoke=true")));
		assertThat(json(next()).path("operation").asString()).isEqualTo("override");
		this.caller.json("POST", "/sync/trigger",
				"{'provider_config_key':'github','connection_id':'acme-github','syncs':[]}");
		JsonNode auth = json(next());
		assertThat(auth.path("operation").asString()).isEqualTo("refresh");
		assertThat(auth.path("success").asBoolean(true)).isFalse();
		this.caller.clock().advance(Duration.ofSeconds(2));
		assertThat(next()).isEqualTo(
				"""
						{"connectionId":"acme-github","error":{"description":"An internal error occurred during the script execution",\
						"payload":{"message":"The external API returned an error when trying to refresh the access token. Please try again later.",\
						"name":"Error","stacktrace":["Error: The external API returned an error when trying to refresh the access token. Please try again later."]},\
						"type":"script_error"},"failedAt":"2026-06-01T10:00:02.000Z","from":"nango","model":"GithubIssue",\
						"providerConfigKey":"github","startedAt":"2026-06-01T10:00:00.000Z","success":false,\
						"syncName":"github-issues","syncType":"INCREMENTAL","syncVariant":"base","type":"sync"}""");
	}

	@Test
	void refreshThatFailsIsToldOnce() throws Exception {
		String path = "/connections/globex-slack-revoked?provider_config_key=slack";
		this.caller.get(path);
		this.caller.get(path);
		JsonNode webhook = json(next());
		assertThat(webhook.path("operation").asString()).isEqualTo("refresh");
		assertThat(webhook.path("success").asBoolean(true)).isFalse();
		assertThat(webhook.at("/error/type").asString()).isEqualTo("refresh_token_external_error");
		this.caller.json("POST", "/connections", IMPORT);
		assertThat(json(next()).path("operation").asString()).isEqualTo("creation");
	}

	@Test
	void webhookThatIsNotTakenIsSentAgain() throws Exception {
		this.failures.set(2);
		this.caller.json("POST", "/connections", IMPORT);
		assertThat(json(next()).path("operation").asString()).isEqualTo("creation");
		assertThat(this.failures).hasValue(0);
	}

	@Test
	void unknownIntegrationIsRefused() {
		Caller.Reply reply = this.caller.json("POST", "/connections", IMPORT.replace("'github'", "'nope'"));
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.text("/error/code")).isEqualTo("not_found");
	}

	@Test
	void outcomeOfAnActionThatNobodyWaitsForIsToldWhenItIsThere() throws Exception {
		String id = this.caller
			.json("POST", "/action/trigger", "{'action_name':'whoami'}", "Connection-Id", "acme-github",
					"Provider-Config-Key", "github", "X-Async", "true")
			.text("/id");
		this.caller.clock().advance(Duration.ofSeconds(1));
		assertThat(next()).isEqualTo("""
				{"connectionId":"acme-github","from":"nango","payload":{"id":"%1$s","statusUrl":"/action/%1$s"},\
				"providerConfigKey":"github","type":"async_action"}""".formatted(id));
		assertThat(this.caller.get("/action/" + id).status()).isEqualTo(200);
	}

	@Test
	void formerSignatureIsSentAsWell() throws Exception {
		this.caller.json("POST", "/connections", IMPORT);
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		digest.update(this.caller.nango().signingKey().getBytes(StandardCharsets.UTF_8));
		String body = next();
		assertThat(this.formerSignatures.poll())
			.isEqualTo(HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8))));
	}

	/**
	 * Only what is signed counts.
	 */
	private void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			boolean signed = NangoWebhookVerifier.of(this.caller.nango().signingKey())
				.verify(body, exchange.getRequestHeaders());
			boolean fails = this.failures.getAndUpdate((left) -> Math.max(0, left - 1)) > 0;
			if (signed && !fails) {
				this.formerSignatures.add(exchange.getRequestHeaders().getFirst("X-Nango-Signature"));
				this.received.add(new String(body, StandardCharsets.UTF_8));
			}
			exchange.sendResponseHeaders(fails ? 500 : 200, -1);
		}
	}

	private String next() throws InterruptedException {
		String webhook = this.received.poll(30, TimeUnit.SECONDS);
		assertThat(webhook).as("webhook").isNotNull();
		return webhook;
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
