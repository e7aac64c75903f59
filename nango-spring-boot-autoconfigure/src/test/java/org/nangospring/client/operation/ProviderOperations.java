package org.nangospring.client.operation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.nangospring.client.provider.Provider;
import org.nangospring.client.provider.ProviderTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Providers and their templates.
 */
final class ProviderOperations {

	private static final String GITHUB = """
			{"name":"github","display_name":"GitHub","auth_mode":"OAUTH2","categories":["dev-tools","ticketing"],
			"docs":"https://docs.test/github","docs_connect":"https://docs.test/connect",
			"logo_url":"https://logo.test/g.svg","authorization_url":"https://github.test/authorize",
			"default_scopes":["repo"],"proxy":{"base_url":"https://api.github.test",
			"retry":{"at":["x-ratelimit-reset"],"error_code":["403","5xx"]}},
			"connection_config":{"region":{"type":"string","title":"Region"}},
			"credentials":{"username":{"type":"string"}},"token_url":{"OAUTH2":"https://github.test/token"},
			"new_field":7}""";

	private ProviderOperations() {
	}

	static List<Operation> all() {
		return List.of(
				list("all", "/providers").blocking((nango) -> nango.providers().list())
					.reactive((nango) -> nango.providers().list()),
				list("that a search finds", "/providers?search=git%20hub%26co")
					.blocking((nango) -> nango.providers().list("git hub&co"))
					.reactive((nango) -> nango.providers().list("git hub&co")),
				Operation.of("providers.get", "one")
					.blocking((nango) -> nango.providers().get("github"))
					.reactive((nango) -> nango.providers().get("github"))
					.sends("GET", "/providers/github")
					.safe()
					.answered(200, """
							{"data":%s}""".formatted(GITHUB))
					.checks(ProviderOperations::isGithub),
				templates());
	}

	private static Operation list(String description, String url) {
		return Operation.of("providers.list", description).sends("GET", url).safe().answered(200, """
				{"data":[%s,{"name":"private-api","auth_mode":"MCP_OAUTH9"}]}""".formatted(GITHUB)).checks((result) -> {
			List<?> list = (List<?>) Objects.requireNonNull(result);
			assertThat(list).hasSize(2);
			isGithub(list.get(0));
			assertThat(list.get(1)).isInstanceOfSatisfying(Provider.class, (provider) -> {
				assertThat(provider.name()).isEqualTo("private-api");
				assertThat(provider.authMode()).isEqualTo("MCP_OAUTH9");
				assertThat(provider.displayName()).isNull();
				assertThat(provider.docs()).isNull();
				assertThat(provider.logoUrl()).isNull();
				assertThat(provider.authorizationUrl()).isNull();
				assertThat(provider.categories()).isEmpty();
				assertThat(provider.defaultScopes()).isEmpty();
				assertThat(provider.proxy()).isEmpty();
				assertThat(provider.connectionConfig()).isEmpty();
				assertThat(provider.credentials()).isEmpty();
				assertThat(provider.additionalProperties()).isEmpty();
			});
		});
	}

	private static Operation templates() {
		return Operation.of("providers.templates", "of one")
			.blocking((nango) -> nango.providers().templates("github"))
			.reactive((nango) -> nango.providers().templates("github"))
			.sends("GET", "/providers/github/templates")
			.safe()
			.answered(200, """
					{"data":[{"name":"issues","type":"sync","description":"All issues","scopes":["repo"],
					"input":"Input","returns":["Issue"],"json_schema":{"definitions":{}},"runs":"every day"},
					{"name":"create-issue","returns":"Issue"}]}""")
			.checks((result) -> {
				List<?> list = (List<?>) Objects.requireNonNull(result);
				assertThat(list).hasSize(2);
				assertThat(list.get(0)).isInstanceOfSatisfying(ProviderTemplate.class, (template) -> {
					assertThat(template.name()).isEqualTo("issues");
					assertThat(template.type()).isEqualTo("sync");
					assertThat(template.description()).isEqualTo("All issues");
					assertThat(template.scopes()).containsExactly("repo");
					assertThat(template.input()).isEqualTo("Input");
					assertThat(template.returns()).containsExactly("Issue");
					assertThat(template.jsonSchema()).isEqualTo(Map.of("definitions", Map.of()));
					assertThat(template.additionalProperties()).isEqualTo(Map.of("runs", "every day"));
				});
				assertThat(list.get(1)).isInstanceOfSatisfying(ProviderTemplate.class, (template) -> {
					assertThat(template.type()).isNull();
					assertThat(template.description()).isNull();
					assertThat(template.scopes()).isEmpty();
					assertThat(template.input()).isNull();
					assertThat(template.returns()).containsExactly("Issue");
					assertThat(template.jsonSchema()).isEmpty();
				});
			});
	}

	private static void isGithub(@Nullable Object result) {
		assertThat(result).isInstanceOfSatisfying(Provider.class, (provider) -> {
			assertThat(provider.name()).isEqualTo("github");
			assertThat(provider.displayName()).isEqualTo("GitHub");
			assertThat(provider.authMode()).isEqualTo("OAUTH2");
			assertThat(provider.categories()).containsExactly("dev-tools", "ticketing");
			assertThat(provider.docs()).isEqualTo("https://docs.test/github");
			assertThat(provider.logoUrl()).isEqualTo("https://logo.test/g.svg");
			assertThat(provider.authorizationUrl()).isEqualTo("https://github.test/authorize");
			assertThat(provider.defaultScopes()).containsExactly("repo");
			assertThat(provider.proxy()).containsEntry("base_url", "https://api.github.test")
				.containsEntry("retry",
						Map.of("at", List.of("x-ratelimit-reset"), "error_code", List.of("403", "5xx")));
			assertThat(provider.connectionConfig())
				.isEqualTo(Map.of("region", Map.of("type", "string", "title", "Region")));
			assertThat(provider.credentials()).isEqualTo(Map.of("username", Map.of("type", "string")));
			assertThat(provider.additionalProperties()).isEqualTo(Map.of("docs_connect", "https://docs.test/connect",
					"token_url", Map.of("OAUTH2", "https://github.test/token"), "new_field", 7));
		});
	}

}
