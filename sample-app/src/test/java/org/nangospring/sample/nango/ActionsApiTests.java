package org.nangospring.sample.nango;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActionsApiTests {

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void createsAnIssueInTheRepositoryOfTheMetadata() {
		Caller.Reply reply = trigger("{'action_name':'create-issue','input':{'title':'Hello'}}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body())
			.isEqualTo("{\"id\":5001,\"title\":\"Hello\",\"url\":\"https://github.example/acme/widgets/issues/5001\"}");
	}

	@Test
	void tellsWhoItIs() {
		assertThat(trigger("{'action_name':'whoami'}").body())
			.isEqualTo("{\"login\":\"acme-bot\",\"connectionId\":\"acme-github\"}");
	}

	@ParameterizedTest
	@CsvSource({ "3, 4, 7", "3.5, 3.5, 7", "0.1, 0.2, 0.3", "999, 1, 1000" })
	void outputCanBeABareNumber(String a, String b, String sum) {
		assertThat(trigger("{'action_name':'add-numbers','input':{'a':" + a + ",'b':" + b + "}}").body())
			.isEqualTo(sum);
	}

	@Test
	void outputCanBeNull() {
		Caller.Reply reply = trigger("{'action_name':'nothing'}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.header("Content-Type")).startsWith("application/json");
		assertThat(reply.body()).isEqualTo("null");
	}

	@Test
	void scriptThatRefusesItsInputFails() {
		Caller.Reply reply = trigger("{'action_name':'create-issue','input':{'x':1}}");
		assertThat(reply.status()).isEqualTo(500);
		assertThat(reply.text("/error/code")).isEqualTo("action_script_runtime_error");
		assertThat(reply.text("/error/message")).isEqualTo("The action script failed with a runtime error");
		assertThat(reply.text("/error/payload/code")).isEqualTo("INVALID_INPUT");
		assertThat(reply.at("/error/payload/input")).hasToString("{\"x\":1}");
	}

	@Test
	void scriptThatTheProviderRefusesFailsWithTheAnswerOfTheProvider() {
		Caller.Reply reply = trigger(
				"{'action_name':'create-issue','input':{'title':'Hello','repository':'acme/missing'}}");
		assertThat(reply.status()).isEqualTo(424);
		assertThat(reply.text("/error/code")).isEqualTo("script_http_error");
		assertThat(reply.at("/error").has("message")).isFalse();
		assertThat(reply.at("/error/upstream/status").asInt()).isEqualTo(404);
		assertThat(reply.text("/error/upstream/headers/content-type")).startsWith("application/json");
		assertThat(reply.at("/error/upstream/body")).isEqualTo(reply.at("/error/payload"));
		assertThat(reply.text("/error/payload/message")).isEqualTo("Not Found");
	}

	@Test
	void unknownActionIsNotFound() {
		Caller.Reply reply = trigger("{'action_name':'github-issues'}");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.text("/error/message")).isEqualTo("Action not found");
	}

	@Test
	void actionsBelongToTheirIntegration() {
		assertThat(this.caller
			.json("POST", "/action/trigger", "{'action_name':'whoami'}", "Connection-Id", "acme-slack",
					"Provider-Config-Key", "slack")
			.status()).isEqualTo(404);
	}

	@Test
	void nameAndHeadersAreNeeded() {
		assertThat(trigger("{}").text("/error/errors/0/path/0")).isEqualTo("action_name");
		Caller.Reply reply = this.caller.json("POST", "/action/trigger", "{'action_name':'whoami'}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("invalid_headers");
		assertThat(reply.text("/error/errors/0/path/0")).isEqualTo("provider-config-key");
		assertThat(reply.text("/error/errors/1/path/0")).isEqualTo("connection-id");
	}

	@Test
	void unknownConnectionIsABadRequest() {
		Caller.Reply reply = this.caller.json("POST", "/action/trigger", "{'action_name':'whoami'}", "Connection-Id",
				"nope", "Provider-Config-Key", "github");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/code")).isEqualTo("unknown_connection");
	}

	@Test
	void resultOfAnAsynchronousActionComesLater() {
		Caller.Reply accepted = trigger("{'action_name':'whoami'}", "X-Async", "true");
		assertThat(accepted.status()).isEqualTo(202);
		String url = accepted.text("/statusUrl");
		assertThat(url).isEqualTo("/action/" + accepted.text("/id"));
		assertThat(accepted.header("Location")).isEqualTo(url);
		assertThat(this.caller.get(url).status()).isEqualTo(404);
		this.caller.clock().advance(Duration.ofSeconds(1));
		assertThat(this.caller.get(url).text("/login")).isEqualTo("acme-bot");
		assertThat(this.caller.get(url).status()).isEqualTo(200);
	}

	@Test
	void asynchronousFailureIsReplayed() {
		String url = trigger("{'action_name':'create-issue'}", "X-Async", "1").text("/statusUrl");
		this.caller.clock().advance(Duration.ofSeconds(1));
		Caller.Reply reply = this.caller.get(url);
		assertThat(reply.status()).isEqualTo(500);
		assertThat(reply.text("/error/code")).isEqualTo("action_script_runtime_error");
	}

	@Test
	void asynchronousNullIsNeverFound() {
		String url = trigger("{'action_name':'nothing'}", "X-Async", "yes").text("/statusUrl");
		this.caller.clock().advance(Duration.ofMinutes(1));
		assertThat(this.caller.get(url).status()).isEqualTo(404);
	}

	@Test
	void wrongAsynchronousHeaderAndResultIdAreRefused() {
		assertThat(trigger("{'action_name':'whoami'}", "X-Async", "maybe").text("/error/errors/0/path/0"))
			.isEqualTo("x-async");
		assertThat(this.caller.get("/action/nope").text("/error/errors/0/message")).isEqualTo("Invalid UUID");
	}

	private Caller.Reply trigger(String body, String... headers) {
		String[] all = new String[headers.length + Caller.ACME_GITHUB.length];
		System.arraycopy(Caller.ACME_GITHUB, 0, all, 0, Caller.ACME_GITHUB.length);
		System.arraycopy(headers, 0, all, Caller.ACME_GITHUB.length, headers.length);
		return this.caller.json("POST", "/action/trigger", body, all);
	}

}
