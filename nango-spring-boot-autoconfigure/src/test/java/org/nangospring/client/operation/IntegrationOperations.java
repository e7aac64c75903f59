package org.nangospring.client.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.integration.Integration;
import org.nangospring.client.integration.IntegrationCredentials;
import org.nangospring.client.integration.IntegrationInclude;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Integrations.
 */
final class IntegrationOperations {

	private static final String GITHUB = """
			{"unique_key":"github","provider":"github-app","display_name":"GitHub of Acme","logo":"https://logo.test/g.svg",
			"forward_webhooks":true,"created_at":"2026-03-04T05:06:07.089Z","updated_at":"2026-03-05T00:00:00+00:00",
			"webhook_url":"https://hooks.test/1","credentials":{"type":"OAUTH2","client_id":"id-1",
			"client_secret":"secret-1","scopes":"repo,user","webhook_secret":null},"new_field":7}""";

	private IntegrationOperations() {
	}

	static List<Operation> all() {
		return List.of(list(), get(), getWithEverything(), create(), createWithSettings(), quickstart(),
				quickstartWithSettings(), update(), rename(), delete());
	}

	private static Operation list() {
		return Operation.of("integrations.list", "all")
			.blocking((nango) -> nango.integrations().list())
			.reactive((nango) -> nango.integrations().list())
			.sends("GET", "/integrations")
			.safe()
			.answered(200, """
					{"data":[%s,{"unique_key":"slack","provider":"slack"}]}""".formatted(GITHUB))
			.checks((result) -> {
				assertThat(result).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(2);
				List<?> list = (List<?>) Objects.requireNonNull(result);
				isGithub(list.get(0));
				Integration slack = (Integration) list.get(1);
				assertThat(slack.integrationId()).isEqualTo("slack");
				assertThat(slack.displayName()).isNull();
				assertThat(slack.forwardWebhooks()).isNull();
				assertThat(slack.createdAt()).isNull();
				assertThat(slack.credentials()).isNull();
				assertThat(slack.additionalProperties()).isEmpty();
			});
	}

	private static Operation get() {
		return Operation.of("integrations.get", "as it is")
			.blocking((nango) -> nango.integrations().get("github"))
			.reactive((nango) -> nango.integrations().get("github"))
			.sends("GET", "/integrations/github")
			.safe()
			.answered(200, one())
			.checks(IntegrationOperations::isGithub);
	}

	private static Operation getWithEverything() {
		return Operation.of("integrations.get", "with everything included")
			.blocking((nango) -> nango.integrations()
				.get("github", IntegrationInclude.WEBHOOK, IntegrationInclude.CREDENTIALS))
			.reactive((nango) -> nango.integrations()
				.get("github", IntegrationInclude.WEBHOOK, IntegrationInclude.CREDENTIALS))
			.sends("GET", "/integrations/github?include=webhook&include=credentials")
			.safe()
			.answered(200, one())
			.checks(IntegrationOperations::isGithub);
	}

	private static Operation create() {
		return Operation.of("integrations.create", "with nothing but its provider")
			.blocking((nango) -> nango.integrations().create("github", "github-app"))
			.reactive((nango) -> nango.integrations().create("github", "github-app"))
			.sends("POST", "/integrations")
			.body("""
					{"unique_key":"github","provider":"github-app"}""")
			.answered(200, one())
			.checks(IntegrationOperations::isGithub);
	}

	private static Operation createWithSettings() {
		IntegrationCredentials credentials = IntegrationCredentials.oauth2("id-1", "secret-1", "repo", "user");
		return Operation.of("integrations.create", "with settings")
			.blocking((nango) -> nango.integrations()
				.create("github", "github-app",
						(settings) -> settings.displayName("GitHub of Acme")
							.forwardWebhooks(false)
							.integrationConfig(Map.of("region", "eu"))
							.credentials(credentials)))
			.reactive((nango) -> nango.integrations()
				.create("github", "github-app",
						(settings) -> settings.displayName("GitHub of Acme")
							.forwardWebhooks(false)
							.integrationConfig(Map.of("region", "eu"))
							.credentials(credentials)))
			.sends("POST", "/integrations")
			.body("""
					{"unique_key":"github","provider":"github-app","display_name":"GitHub of Acme",
					"forward_webhooks":false,"integration_config":{"region":"eu"},"credentials":{"type":"OAUTH2",
					"client_id":"id-1","client_secret":"secret-1","scopes":"repo,user"}}""")
			.answered(200, one())
			.checks(IntegrationOperations::isGithub);
	}

	private static Operation quickstart() {
		return Operation.of("integrations.quickstart", "with nothing but its provider")
			.blocking((nango) -> nango.integrations().quickstart("github", "github-app"))
			.reactive((nango) -> nango.integrations().quickstart("github", "github-app"))
			.sends("POST", "/integrations/quickstart")
			.body("""
					{"unique_key":"github","provider":"github-app"}""")
			.answered(200, one())
			.checks(IntegrationOperations::isGithub);
	}

	private static Operation quickstartWithSettings() {
		return Operation.of("integrations.quickstart", "with settings, answered with a list")
			.blocking((nango) -> nango.integrations()
				.quickstart("github", "github-app",
						(settings) -> settings.displayName("GitHub of Acme").forwardWebhooks(true)))
			.reactive((nango) -> nango.integrations()
				.quickstart("github", "github-app",
						(settings) -> settings.displayName("GitHub of Acme").forwardWebhooks(true)))
			.sends("POST", "/integrations/quickstart")
			.body("""
					{"unique_key":"github","provider":"github-app","display_name":"GitHub of Acme",
					"forward_webhooks":true}""")
			.answered(200, """
					{"data":[%s]}""".formatted(GITHUB))
			.checks(IntegrationOperations::isGithub);
	}

	private static Operation update() {
		return Operation.of("integrations.update", "its name")
			.blocking((nango) -> nango.integrations().update("github", (settings) -> settings.displayName("New")))
			.reactive((nango) -> nango.integrations().update("github", (settings) -> settings.displayName("New")))
			.sends("PATCH", "/integrations/github")
			.body("""
					{"display_name":"New"}""")
			.safe()
			.answered(200, one())
			.checks(IntegrationOperations::isGithub);
	}

	private static Operation rename() {
		return Operation.of("integrations.update", "its id, after which the old one is gone")
			.blocking((nango) -> nango.integrations().update("git", (settings) -> settings.integrationId("github")))
			.reactive((nango) -> nango.integrations().update("git", (settings) -> settings.integrationId("github")))
			.sends("PATCH", "/integrations/git")
			.body("""
					{"unique_key":"github"}""")
			.answered(200, one())
			.checks(IntegrationOperations::isGithub);
	}

	private static Operation delete() {
		return Operation.of("integrations.delete", "one")
			.blockingVoid((nango) -> nango.integrations().delete("github"))
			.reactive((nango) -> nango.integrations().delete("github"))
			.sends("DELETE", "/integrations/github")
			.expects(Operation.Expects.SUCCESS)
			.answered(200, """
					{"success":true}""")
			.checks((result) -> assertThat(result).isNull());
	}

	private static String one() {
		return """
				{"data":%s}""".formatted(GITHUB);
	}

	private static void isGithub(@Nullable Object result) {
		assertThat(result).isInstanceOfSatisfying(Integration.class, (integration) -> {
			assertThat(integration.integrationId()).isEqualTo("github");
			assertThat(integration.provider()).isEqualTo("github-app");
			assertThat(integration.displayName()).isEqualTo("GitHub of Acme");
			assertThat(integration.logo()).isEqualTo("https://logo.test/g.svg");
			assertThat(integration.forwardWebhooks()).isTrue();
			assertThat(integration.createdAt()).isEqualTo(Instant.parse("2026-03-04T05:06:07.089Z"));
			assertThat(integration.updatedAt()).isEqualTo(Instant.parse("2026-03-05T00:00:00Z"));
			assertThat(integration.webhookUrl()).isEqualTo("https://hooks.test/1");
			assertThat(integration.additionalProperties()).containsExactly(Map.entry("new_field", 7));
			IntegrationCredentials credentials = Objects.requireNonNull(integration.credentials());
			assertThat(credentials.type()).isEqualTo("OAUTH2");
			assertThat(credentials.clientId()).isEqualTo("id-1");
			assertThat(credentials.clientSecret()).isEqualTo("secret-1");
			assertThat(credentials.scopes()).isEqualTo("repo,user");
			assertThat(credentials.webhookSecret()).isNull();
		});
	}

}
