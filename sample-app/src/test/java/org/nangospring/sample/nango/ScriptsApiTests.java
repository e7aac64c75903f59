package org.nangospring.sample.nango;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptsApiTests {

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void scriptsAreListedByIntegration() {
		Caller.Reply reply = this.caller.get("/scripts/config");
		assertThat(reply.json().valueStream().map((entry) -> entry.path("providerConfigKey").asString()))
			.containsExactly("github", "google-drive", "hubspot", "notion", "slack");
		assertThat(reply.at("/0/actions").valueStream().map((action) -> action.path("name").asString()))
			.containsExactly("create-issue", "whoami", "add-numbers", "nothing");
		assertThat(reply.text("/0/actions/0/input")).isEqualTo("ActionInput_CreateIssue");
		assertThat(reply.text("/0/syncs/0/name")).isEqualTo("github-issues");
		assertThat(reply.text("/0/syncs/0/returns/0")).isEqualTo("GithubIssue");
		assertThat(reply.text("/0/syncs/0/json_schema/definitions/GithubIssue/properties/title/type"))
			.isEqualTo("string");
		assertThat(reply.text("/4/syncs/0/runs")).isEqualTo("every 30 minutes");
		assertThat(reply.at("/0/on-events").isArray()).isTrue();
	}

	@Test
	void scriptsKeepTheirIds() {
		assertThat(this.caller.get("/scripts/config").body()).isEqualTo(this.caller.get("/scripts/config").body());
	}

	@Test
	void actionsCanBeListedAsFunctions() {
		Caller.Reply reply = this.caller.get("/scripts/config?format=openai");
		assertThat(reply.at("/data").size()).isEqualTo(5);
		assertThat(reply.text("/data/0/type")).isEqualTo("function");
		assertThat(reply.text("/data/0/function/name")).isEqualTo("create-issue");
		assertThat(reply.text("/data/0/function/parameters/type")).isEqualTo("object");
	}

	@Test
	void variablesAreABareArray() {
		assertThat(this.caller.get("/environment-variables").body())
			.isEqualTo("[{\"name\":\"DEFAULT_REPOSITORY\",\"value\":\"acme/widgets\"},"
					+ "{\"name\":\"SUPPORT_CHANNEL\",\"value\":\"support\"}]");
		assertThat(this.caller.get("/environment-variables?x=1").status()).isEqualTo(400);
	}

}
