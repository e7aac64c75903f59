package org.nangospring.sample.nango;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedNangoTests {

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void listensOnAPortOfLoopback() {
		assertThat(this.caller.nango().host()).hasScheme("http").hasHost("127.0.0.1").hasPath("");
		assertThat(this.caller.nango().host().getPort()).isPositive();
	}

	@Test
	void twoServersHaveDifferentPortsAndKeys() {
		try (EmbeddedNango other = EmbeddedNango.start()) {
			assertThat(other.host()).isNotEqualTo(this.caller.nango().host());
			assertThat(other.secretKey()).isNotEqualTo(this.caller.nango().secretKey());
		}
	}

	@Test
	void keyIsALowerCaseUuidOfVersionFour() {
		String key = this.caller.nango().secretKey();
		assertThat(UUID.fromString(key)).hasToString(key);
		assertThat(UUID.fromString(key).version()).isEqualTo(4);
	}

	@Test
	void allThreadsAreDaemons() {
		this.caller.get("/connections");
		assertThat(Thread.getAllStackTraces().keySet())
			.filteredOn((thread) -> thread.getName().startsWith("HTTP-Dispatcher")
					|| thread.getName().startsWith("embedded-nango"))
			.isNotEmpty()
			.allMatch(Thread::isDaemon);
	}

	@Test
	void nobodyListensAfterClose() {
		URI host = this.caller.nango().host();
		this.caller.nango().close();
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(
				() -> client.send(HttpRequest.newBuilder(host.resolve("/health")).build(), BodyHandlers.ofString()));
	}

	@Test
	void healthNeedsNoKeyAndHasNoRateLimit() {
		Caller.Reply reply = this.caller.send(this.caller.anonymous("/health"));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text("/result")).isEqualTo("ok");
		assertThat(reply.headers().map()).doesNotContainKey("x-ratelimit-limit");
	}

	@Test
	void requestWithoutAKeyIsRefused() {
		Caller.Reply reply = this.caller.send(this.caller.anonymous("/connections"));
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.text("/error/code")).isEqualTo("missing_auth_header");
		assertThat(reply.text("/error/message"))
			.isEqualTo("Authentication failed. The request is missing the Authorization header.");
		assertThat(reply.at("/error/payload").isObject()).isTrue();
		assertThat(reply.headers().map()).doesNotContainKey("x-ratelimit-limit");
	}

	@ParameterizedTest
	@CsvSource({ "Bearer nonsense, invalid_secret_key_format",
			"bearer 11111111-1111-4111-8111-111111111111, invalid_secret_key_format",
			"Bearer 11111111-1111-4111-8111-11111111111A, invalid_secret_key_format",
			"Bearer 11111111-1111-4111-8111-111111111111, unknown_account" })
	void requestWithAWrongKeyIsRefused(String authorization, String code) {
		Caller.Reply reply = this.caller
			.send(this.caller.anonymous("/connections").header("Authorization", authorization));
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.text("/error/code")).isEqualTo(code);
	}

	@Test
	void answersCarryTheRateLimit() {
		Caller.Reply first = this.caller.get("/connections");
		Caller.Reply second = this.caller.get("/integrations/unknown");
		assertThat(first.header("X-RateLimit-Limit")).isEqualTo("1000");
		assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("999");
		assertThat(first.header("X-RateLimit-Reset"))
			.isEqualTo(Long.toString(this.caller.clock().instant().getEpochSecond() + 60));
		assertThat(second.status()).isEqualTo(404);
		assertThat(second.header("X-RateLimit-Remaining")).isEqualTo("998");
	}

	@Test
	void answersAreJson() {
		assertThat(this.caller.get("/connections").header("Content-Type")).isEqualTo("application/json; charset=utf-8");
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere", "/connections/a/b?provider_config_key=github", "/" })
	void unknownPathAnswersGetWithThePageOfTheDashboard(String path) {
		Caller.Reply reply = this.caller.get(path);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
		assertThat(reply.body()).startsWith("<!doctype html>");
	}

	@Test
	void unknownPathAnswersPostWithAnErrorPage() {
		Caller.Reply reply = this.caller.json("POST", "/nowhere", "{}");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
		assertThat(reply.body()).contains("<pre>Cannot POST /nowhere</pre>");
	}

	@Test
	void pathsAreFoundInAnyCaseAndWithATrailingSlash() {
		assertThat(this.caller.get("/Connections/").at("/connections").isArray()).isTrue();
	}

	@Test
	void whatTheCallerHasIsNotSentAgain() {
		Caller.Reply first = this.caller.get("/integrations/github");
		assertThat(first.header("ETag")).matches("W/\"[0-9a-f]+-[A-Za-z0-9+/]{27}\"");
		Caller.Reply same = this.caller.get("/integrations/github", "If-None-Match", first.header("ETag"));
		assertThat(same.status()).isEqualTo(304);
		assertThat(same.body()).isEmpty();
		assertThat(same.header("ETag")).isEqualTo(first.header("ETag"));
		assertThat(same.header("X-RateLimit-Remaining")).isEqualTo("998");
		this.caller.json("PATCH", "/integrations/github", "{'display_name':'Other'}");
		assertThat(this.caller.get("/integrations/github", "If-None-Match", first.header("ETag")).status())
			.isEqualTo(200);
	}

	@Test
	void headIsAnsweredWithoutABody() {
		Caller.Reply reply = this.caller.send("HEAD", "/connections", null);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body()).isEmpty();
	}

	@Test
	void otherContentTypesAreRefused() {
		Caller.Reply reply = this.caller.get("/connections", "Content-Type", "text/plain");
		assertThat(reply.status()).isEqualTo(415);
		assertThat(reply.text("/error/code")).isEqualTo("invalid_content_type");
	}

	@Test
	void brokenJsonIsRefused() {
		Caller.Reply reply = this.caller.json("POST", "/integrations", "{'provider':");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("invalid_json");
	}

	@Test
	void offerOfHttp2IsRefused() throws Exception {
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
		URI connections = this.caller.nango().host().resolve("/connections");
		HttpRequest.Builder request = HttpRequest.newBuilder(connections);
		assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(400);
		request.POST(HttpRequest.BodyPublishers.noBody());
		assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(405);
	}

}
