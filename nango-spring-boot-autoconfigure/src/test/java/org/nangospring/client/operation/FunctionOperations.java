package org.nangospring.client.operation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.function.CompiledFunction;
import org.nangospring.client.function.FunctionCode;
import org.nangospring.client.function.FunctionConfig;
import org.nangospring.client.function.FunctionPage;
import org.nangospring.client.function.FunctionType;
import org.nangospring.client.function.IntegrationFunctions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions: syncs and actions as they were deployed.
 */
final class FunctionOperations {

	private static final String SYNC = """
			{"id":11,"name":"issues","type":"sync","description":"All issues","enabled":true,
			"runs":"every day","track_deletes":true,"auto_start":false,"is_public":true,"pre_built":false,
			"last_deployed":"2026-01-02T03:04:05.678Z","version":"1.0.0","source":"repo","sdk_version":"0.71.4",
			"input":null,"returns":["Issue"],"scopes":["repo"],"endpoints":[{"method":"GET","path":"/issues"}],
			"models":[{"name":"Issue"}],"webhookSubscriptions":["push"],"features":["checkpoints"],
			"json_schema":{"definitions":{}},"attributes":{"a":1},"new_field":2}""";

	private static final String CONFIG = """
			[{"providerConfigKey":"github","provider":"github-app","new_field":1,
			"syncs":[%s],
			"actions":[{"name":"create-issue","type":"action","input":"ActionInput","returns":"Issue"}],
			"on-events":[{"name":"after-connection"}]},
			{"providerConfigKey":"slack"}]""".formatted(SYNC);

	private FunctionOperations() {
	}

	static List<Operation> all() {
		return List.of(scriptsConfig(), openAiTools(),
				list("the first page", "").blocking((nango) -> nango.functions().list("github"))
					.reactive((nango) -> nango.functions().list("github"))
					.checks(FunctionOperations::isPage),
				list("by every condition", "?type=sync&search=a%20b&page=0&limit=2")
					.blocking((nango) -> nango.functions()
						.list("github", (query) -> query.type(FunctionType.SYNC).search("a b").page(0).limit(2)))
					.reactive((nango) -> nango.functions()
						.list("github", (query) -> query.type(FunctionType.SYNC).search("a b").page(0).limit(2)))
					.checks(FunctionOperations::isPage),
				list("all pages", "?type=action&page=0")
					.blocking((nango) -> nango.functions().stream("github", (query) -> query.type(FunctionType.ACTION)))
					.reactive((nango) -> nango.functions().stream("github", (query) -> query.type(FunctionType.ACTION)))
					.checks((result) -> assertThat((List<?>) Objects.requireNonNull(result)).singleElement()
						.isInstanceOfSatisfying(FunctionConfig.class, FunctionOperations::isSync)),
				get("one", "").blocking((nango) -> nango.functions().get("github", "issues"))
					.reactive((nango) -> nango.functions().get("github", "issues")),
				get("one of a type", "?type=on-event")
					.blocking((nango) -> nango.functions().get("github", "issues", FunctionType.ON_EVENT))
					.reactive((nango) -> nango.functions().get("github", "issues", FunctionType.ON_EVENT)),
				code("of one", "").blocking((nango) -> nango.functions().code("github", "issues"))
					.reactive((nango) -> nango.functions().code("github", "issues")),
				code("of one of a type", "?type=action")
					.blocking((nango) -> nango.functions().code("github", "issues", FunctionType.ACTION))
					.reactive((nango) -> nango.functions().code("github", "issues", FunctionType.ACTION)),
				delete(), compile());
	}

	private static Operation scriptsConfig() {
		return Operation.of("functions.scriptsConfig", "of all integrations")
			.blocking((nango) -> nango.functions().scriptsConfig())
			.reactive((nango) -> nango.functions().scriptsConfig())
			.sends("GET", "/scripts/config?format=nango")
			.safe()
			.expects(Operation.Expects.ARRAY)
			.answered(200, CONFIG)
			.checks(FunctionOperations::isConfig);
	}

	private static Operation openAiTools() {
		return Operation.of("functions.openAiTools", "of all actions")
			.blocking((nango) -> nango.functions().openAiTools())
			.reactive((nango) -> nango.functions().openAiTools())
			.sends("GET", "/scripts/config?format=openai")
			.safe()
			.answered(200, """
					{"data":[{"name":"create-issue","description":"Makes one","parameters":{"type":"object"}}]}""")
			.checks((result) -> assertThat(result).isEqualTo(List.of(Map.of("name", "create-issue", "description",
					"Makes one", "parameters", Map.of("type", "object")))));
	}

	private static Operation list(String description, String query) {
		return Operation.of("functions.list", description)
			.sends("GET", "/integrations/github/functions" + query)
			.safe()
			.answered(200, """
					{"data":[%s],"pagination":{"total":1,"page":0,"limit":2}}""".formatted(SYNC));
	}

	private static Operation get(String description, String query) {
		return Operation.of("functions.get", description)
			.sends("GET", "/integrations/github/functions/issues" + query)
			.safe()
			.answered(200, """
					{"data":%s}""".formatted(SYNC))
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(FunctionConfig.class,
					FunctionOperations::isSync));
	}

	private static Operation code(String description, String query) {
		return Operation.of("functions.code", description)
			.sends("GET", "/integrations/github/functions/issues/code" + query)
			.safe()
			.answered(200, """
					{"type":"sync","code":"exports.default = {}\\n","new_field":1}""")
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(FunctionCode.class, (code) -> {
				assertThat(code.type()).isEqualTo(FunctionType.SYNC);
				assertThat(code.code()).isEqualTo("exports.default = {}\n");
				assertThat(code.additionalProperties()).isEqualTo(Map.of("new_field", 1));
			}));
	}

	private static Operation delete() {
		return Operation.of("functions.delete", "one")
			.blockingVoid((nango) -> nango.functions().delete("github", "issues", FunctionType.SYNC))
			.reactive((nango) -> nango.functions().delete("github", "issues", FunctionType.SYNC))
			.sends("DELETE", "/integrations/github/functions/issues?type=sync")
			.expects(Operation.Expects.SUCCESS)
			.answered(200, """
					{"success":true}""")
			.checks((result) -> assertThat(result).isNull());
	}

	private static Operation compile() {
		return Operation.of("functions.compile", "one")
			.blocking((nango) -> nango.functions().compile("export default 1"))
			.reactive((nango) -> nango.functions().compile("export default 1"))
			.sends("POST", "/functions/compile")
			.body("""
					{"code":"export default 1"}""")
			.answered(200, """
					{"bundled_js":"exports = 1","bundle_size_bytes":5000000000,
					"compiled_at":"2026-01-02T03:04:05.678Z","new_field":1}""")
			.checks((result) -> assertThat(result).isInstanceOfSatisfying(CompiledFunction.class, (compiled) -> {
				assertThat(compiled.bundledJs()).isEqualTo("exports = 1");
				assertThat(compiled.bundleSizeBytes()).isEqualTo(5_000_000_000L);
				assertThat(compiled.compiledAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
				assertThat(compiled.additionalProperties()).isEqualTo(Map.of("new_field", 1));
			}));
	}

	private static void isPage(@Nullable Object result) {
		assertThat(result).isInstanceOfSatisfying(FunctionPage.class, (page) -> {
			assertThat(page.total()).isEqualTo(1);
			assertThat(page.page()).isZero();
			assertThat(page.limit()).isEqualTo(2);
			assertThat(page.hasNext()).isFalse();
			assertThat(page.functions()).singleElement().satisfies(FunctionOperations::isSync);
		});
	}

	private static void isConfig(@Nullable Object result) {
		List<?> list = (List<?>) Objects.requireNonNull(result);
		assertThat(list).hasSize(2);
		IntegrationFunctions github = (IntegrationFunctions) list.get(0);
		assertThat(github.integrationId()).isEqualTo("github");
		assertThat(github.provider()).isEqualTo("github-app");
		assertThat(github.onEvents()).containsExactly(Map.of("name", "after-connection"));
		assertThat(github.additionalProperties()).isEqualTo(Map.of("new_field", 1));
		assertThat(github.syncs()).singleElement().satisfies(FunctionOperations::isSync);
		assertThat(github.actions()).singleElement().satisfies((action) -> {
			assertThat(action.name()).isEqualTo("create-issue");
			assertThat(action.input()).isEqualTo("ActionInput");
			assertThat(action.returns()).containsExactly("Issue");
			assertThat(action.id()).isNull();
			assertThat(action.enabled()).isNull();
			assertThat(action.lastDeployed()).isNull();
			assertThat(action.scopes()).isEmpty();
		});
		IntegrationFunctions slack = (IntegrationFunctions) list.get(1);
		assertThat(slack.provider()).isNull();
		assertThat(slack.syncs()).isEmpty();
		assertThat(slack.actions()).isEmpty();
		assertThat(slack.onEvents()).isEmpty();
	}

	private static void isSync(FunctionConfig sync) {
		assertThat(sync.id()).isEqualTo(11L);
		assertThat(sync.name()).isEqualTo("issues");
		assertThat(sync.type()).isEqualTo("sync");
		assertThat(sync.description()).isEqualTo("All issues");
		assertThat(sync.enabled()).isTrue();
		assertThat(sync.runs()).isEqualTo("every day");
		assertThat(sync.trackDeletes()).isTrue();
		assertThat(sync.autoStart()).isFalse();
		assertThat(sync.isPublic()).isTrue();
		assertThat(sync.preBuilt()).isFalse();
		assertThat(sync.lastDeployed()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
		assertThat(sync.version()).isEqualTo("1.0.0");
		assertThat(sync.source()).isEqualTo("repo");
		assertThat(sync.sdkVersion()).isEqualTo("0.71.4");
		assertThat(sync.input()).isNull();
		assertThat(sync.returns()).containsExactly("Issue");
		assertThat(sync.scopes()).containsExactly("repo");
		assertThat(sync.endpoints()).containsExactly(Map.of("method", "GET", "path", "/issues"));
		assertThat(sync.models()).containsExactly(Map.of("name", "Issue"));
		assertThat(sync.webhookSubscriptions()).containsExactly("push");
		assertThat(sync.features()).containsExactly("checkpoints");
		assertThat(sync.jsonSchema()).isEqualTo(Map.of("definitions", Map.of()));
		assertThat(sync.attributes()).isEqualTo(Map.of("a", 1));
		assertThat(sync.additionalProperties()).isEqualTo(Map.of("new_field", 2));
	}

}
