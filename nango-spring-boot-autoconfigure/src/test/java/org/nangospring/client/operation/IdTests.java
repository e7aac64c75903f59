package org.nangospring.client.operation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.action.AsyncAction;
import org.nangospring.client.connection.NewCredentials;
import org.nangospring.client.function.FunctionSource;
import org.nangospring.client.function.FunctionType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Ids arrive as they are, wherever they stand, or are refused before anything is sent.
 */
class IdTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	static List<String> ids() {
		return List.of("a/b", "a b", "100%", "%2F", "a+b", "me@acme.test", "what?", "a#b", "größe-日本-😀", "a;b=c",
				"a:b", "a&b=c", "a,b", "a\\b", "\"a\"", "{a}", "[a]", "a|b", "...", "a..b", " a ", "~a*(b)'!$");
	}

	static Stream<String> refusedIds() {
		return Stream.of(".", "..", "", " ", "\t", "a\nb", "a\rb", "a\0b", "a\u007fb", "a\u0085b", "a\ud83d", "\ude00a",
				"\ude00\ud83d", null);
	}

	@ParameterizedTest
	@MethodSource("ids")
	void anIdArrivesInAPathAndInAQuery(String id) {
		FIXTURE.answersJson(ConnectionOperations.ONE);
		FIXTURE.nango().connection(id, id).get();
		FIXTURE.nango().reactive().connection(id, id).get().block();
		assertThat(FIXTURE.requests()).hasSize(2).allSatisfy((request) -> {
			String[] url = request.getUrl().split("\\?", -1);
			assertThat(url).hasSize(2);
			String[] path = url[0].split("/", -1);
			assertThat(path).hasSize(3);
			assertThat(decode(path[2])).isEqualTo(id);
			assertThat(url[1]).startsWith("provider_config_key=").doesNotContain("&", "+", "#", ";");
			assertThat(decode(url[1].substring("provider_config_key=".length()))).isEqualTo(id);
		});
	}

	@ParameterizedTest
	@MethodSource("ids")
	void anIdArrivesInABody(String id) {
		FIXTURE.answersJson("{}");
		FIXTURE.nango().connection(id, id).syncs().trigger(id);
		FIXTURE.nango().reactive().connection(id, id).setMetadata(Map.of(id, id)).block();
		List<LoggedRequest> requests = FIXTURE.requests();
		JsonNode trigger = JsonMapper.builder().build().readTree(requests.get(0).getBody());
		assertThat(trigger.get("provider_config_key").asString()).isEqualTo(id);
		assertThat(trigger.get("connection_id").asString()).isEqualTo(id);
		assertThat(trigger.get("syncs").get(0).asString()).isEqualTo(id);
		JsonNode metadata = JsonMapper.builder().build().readTree(requests.get(1).getBody());
		assertThat(metadata.get("metadata").get(id).asString()).isEqualTo(id);
	}

	@ParameterizedTest
	@MethodSource("ids")
	void aRecordIdAndACursorArrive(String id) {
		FIXTURE.answersJson("""
				{"records":[],"next_cursor":null}""");
		FIXTURE.nango().connection("github", "conn-1").records(id).after(id).ids(id, "2").page();
		String query = FIXTURE.onlyRequest().getUrl().replaceFirst(".*\\?", "");
		assertThat(Stream.of(query.split("&")).map((part) -> part.split("=", 2)))
			.extracting((part) -> part[0] + "=" + decode(part[1]))
			.containsExactly("model=" + id, "cursor=" + id, "ids=" + id, "ids=2");
	}

	@ParameterizedTest
	@MethodSource("ids")
	void anIdArrivesInEveryOtherPath(String id) {
		NangoClient nango = FIXTURE.nango();
		FIXTURE.answersJson("{\"data\":[]}");
		nango.providers().templates(id);
		FIXTURE.answersJson("{\"data\":{\"name\":\"a\",\"auth_mode\":\"NONE\"},\"success\":true}");
		nango.providers().get(id);
		nango.functions().get(id, id);
		nango.functions().delete(id, id, FunctionType.SYNC);
		nango.connection(id, id).update((settings) -> settings.tags(Map.of()));
		FIXTURE.answersJson("{\"code\":\"\",\"id\":\"1\",\"status\":\"success\",\"name\":\"a\",\"variant\":\"b\"}");
		nango.functions().code(id, id);
		nango.functions().dryRuns().get(id);
		nango.functions().deployments().get(id);
		nango.connection(id, id).syncs().createVariant(id, id);
		nango.actionResults().get(AsyncAction.of(id), Object.class);
		assertThat(FIXTURE.urls())
			.map((url) -> Stream.of(url.replaceFirst("\\?.*", "").split("/", -1)).map(IdTests::decode).toList())
			.containsExactly(List.of("", "providers", id, "templates"), List.of("", "providers", id),
					List.of("", "integrations", id, "functions", id), List.of("", "integrations", id, "functions", id),
					List.of("", "connections", id), List.of("", "integrations", id, "functions", id, "code"),
					List.of("", "functions", "dryruns", id), List.of("", "functions", "deployments", id),
					List.of("", "sync", id, "variant", id), List.of("", "action", id));
	}

	@ParameterizedTest
	@MethodSource("ids")
	void anIdArrivesInEveryOtherBody(String id) {
		NangoClient nango = FIXTURE.nango();
		FIXTURE.answersJson("{\"data\":{\"token\":\"t\",\"unique_key\":\"a\",\"provider\":\"b\"}}");
		nango.connectSessions().reconnect(id, id);
		nango.connectSessions().create((session) -> session.allowedIntegrations(id));
		nango.integrations().quickstart(id, id);
		FIXTURE.answersJson("{\"id\":\"1\",\"status\":\"waiting\"}");
		nango.functions().dryRuns().start(id, id, FunctionType.ACTION, "code", (run) -> {
		});
		nango.functions().deployments().start(id, FunctionSource.template(id));
		JsonMapper mapper = JsonMapper.builder().build();
		List<JsonNode> bodies = FIXTURE.requests()
			.stream()
			.map((request) -> mapper.readTree(request.getBody()))
			.toList();
		assertThat(bodies.get(0).get("integration_id").asString()).isEqualTo(id);
		assertThat(bodies.get(0).get("connection_id").asString()).isEqualTo(id);
		assertThat(bodies.get(1).get("allowed_integrations").get(0).asString()).isEqualTo(id);
		assertThat(bodies.get(2).get("unique_key").asString()).isEqualTo(id);
		assertThat(bodies.get(2).get("provider").asString()).isEqualTo(id);
		assertThat(bodies.get(3).get("integration_id").asString()).isEqualTo(id);
		assertThat(bodies.get(3).get("connection_id").asString()).isEqualTo(id);
		assertThat(bodies.get(4).get("integration_id").asString()).isEqualTo(id);
		assertThat(bodies.get(4).get("template").asString()).isEqualTo(id);
	}

	@ParameterizedTest
	@MethodSource("refusedIds")
	void anIdThatWouldChangeOnTheWayIsRefusedByEveryOtherOperation(String id) {
		NangoClient nango = FIXTURE.nango();
		ReactiveNangoClient reactive = nango.reactive();
		refuses((value) -> nango.providers().get(value), id);
		refuses((value) -> nango.providers().templates(value), id);
		refuses((value) -> reactive.providers().get(value).block(), id);
		refuses((value) -> nango.functions().list(value), id);
		refuses((value) -> nango.functions().get(value, "issues"), id);
		refuses((value) -> nango.functions().get("github", value), id);
		refuses((value) -> nango.functions().code(value, "issues"), id);
		refuses((value) -> nango.functions().code("github", value), id);
		refuses((value) -> nango.functions().delete("github", value, FunctionType.SYNC), id);
		refuses((value) -> reactive.functions().delete(value, "a", FunctionType.SYNC).block(), id);
		refuses((value) -> nango.functions().dryRuns().get(value), id);
		refuses((value) -> nango.functions().dryRuns().await(value, Duration.ofMinutes(1)), id);
		refuses((value) -> nango.functions().dryRuns().start(value, "c", FunctionType.SYNC, "", (run) -> {
		}), id);
		refuses((value) -> nango.functions().dryRuns().start("g", value, FunctionType.SYNC, "", (run) -> {
		}), id);
		refuses((value) -> nango.functions().deployments().get(value), id);
		refuses((value) -> reactive.functions().deployments().await(value, Duration.ofMinutes(1)).block(), id);
		refuses((value) -> nango.functions().deployments().start(value, FunctionSource.template("a")), id);
		refuses((value) -> FunctionSource.template(value), id);
		refuses((value) -> FunctionSource.code(value, FunctionType.SYNC, ""), id);
		refuses((value) -> nango.connection("g", "c").syncs().createVariant(value, "eu"), id);
		refuses((value) -> nango.connection("g", "c").syncs().createVariant("issues", value), id);
		refuses((value) -> reactive.connection("g", "c").syncs().deleteVariant("issues", value).block(), id);
		refuses((value) -> nango.connection("g", "c").actions().triggerAsync(value, null), id);
		refuses((value) -> AsyncAction.of(value), id);
		refuses((value) -> nango.connectSessions().reconnect(value, "c"), id);
		refuses((value) -> nango.connectSessions().reconnect("g", value), id);
		refuses((value) -> nango.connectSessions().create((session) -> session.allowedIntegrations("a", value)), id);
		refuses((value) -> nango.connectSessions().create((session) -> session.docsConnect(value, "https://a")), id);
		refuses((value) -> nango.connections().upsert(value, NewCredentials.none()), id);
		refuses((value) -> nango.connections()
			.upsert("g", NewCredentials.none(), (connection) -> connection.connectionId(value)), id);
		refuses((value) -> nango.integrations().quickstart(value, "github"), id);
		refuses((value) -> nango.integrations().quickstart("github", value), id);
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("refusedIds")
	void anIdThatWouldChangeOnTheWayIsRefused(String id) {
		NangoClient nango = FIXTURE.nango();
		ReactiveNangoClient reactive = nango.reactive();
		refuses((value) -> nango.connection(value, "conn-1").get(), id);
		refuses((value) -> nango.connection("github", value).get(), id);
		refuses((value) -> reactive.connection(value, "conn-1").get().block(), id);
		refuses((value) -> reactive.connection("github", value).get().block(), id);
		refuses((value) -> nango.integrations().get(value), id);
		refuses((value) -> nango.integrations().delete(value), id);
		refuses((value) -> nango.integrations().create(value, "github"), id);
		refuses((value) -> nango.integrations().create("github", value), id);
		refuses((value) -> nango.integrations().update("github", (settings) -> settings.integrationId(value)), id);
		refuses((value) -> reactive.integrations().get(value).block(), id);
		refuses((value) -> reactive.integrations().delete(value).block(), id);
		refuses((value) -> nango.syncs(value).triggerAll(), id);
		refuses((value) -> nango.syncs("github").trigger("issues", value), id);
		refuses((value) -> nango.syncs("github").status(value), id);
		refuses((value) -> reactive.syncs("github").pause(value).block(), id);
		refuses((value) -> nango.connection("github", "conn-1").actions().trigger(value, null), id);
		refuses((value) -> reactive.connection("github", "conn-1").actions().trigger(value, null).block(), id);
		refuses((value) -> nango.connections().setMetadata("github", Arrays.asList("a", value), Map.of()), id);
		refuses((value) -> nango.connections().list((query) -> query.integrationIds("a", value)), id);
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "größe", "ÄÖÜ" })
	void anIdInLatin1FitsAHeader(String id) {
		FIXTURE.answersJson("{}");
		FIXTURE.nango().connection("github", id).actions().trigger("a", null);
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "日本", "😀", "a€", " a", "a ", "\u00a0a\u2003" })
	void anIdThatDoesNotFitAHeaderIsRefused(String id) {
		NangoClient nango = FIXTURE.nango();
		ReactiveNangoClient reactive = nango.reactive();
		refuses((value) -> nango.connection(value, "c").records("Issue").page(), id);
		refuses((value) -> nango.connection("g", value).records("Issue").stream().toList(), id);
		refuses((value) -> reactive.connection("g", value).records("Issue").stream().blockLast(), id);
		refuses((value) -> nango.connection("g", value).actions().trigger("a", null), id);
		refuses((value) -> reactive.connection(value, "c").actions().trigger("a", null).block(), id);
		refuses((value) -> nango.connection("g", value).proxy().get("/user", String.class), id);
		refuses((value) -> nango.connection("g", value).proxy().get("/user").stream(), id);
		refuses((value) -> reactive.connection(value, "c").proxy().get("/user", String.class).block(), id);
		refuses((value) -> nango.connection("g", "c").proxy().get("/").header("X-A", value).retrieve(Void.class), id);
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b" })
	void aHeaderWithALineBreakIsRefused(String value) {
		NangoClient nango = FIXTURE.nango();
		refuses((text) -> nango.connection("g", "c").proxy().get("/").header("X-A", text).retrieve(Void.class), value);
		refuses((text) -> nango.connection("g", "c").proxy().get("/").header(text, "a").retrieve(Void.class), value);
		refuses((text) -> nango.reactive().connection("g", "c").proxy().get("/").header("X-A", text).stream().block(),
				value);
		assertThat(FIXTURE.requests()).isEmpty();
	}

	private static void refuses(Consumer<String> call, String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> call.accept(id));
	}

	private static String decode(String raw) {
		assertThat(raw).doesNotContain("+", " ");
		return URLDecoder.decode(raw, StandardCharsets.UTF_8);
	}

}
