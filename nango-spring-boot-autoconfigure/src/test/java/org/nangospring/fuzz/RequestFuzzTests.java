package org.nangospring.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.TestClients;
import org.nangospring.client.action.AsyncAction;
import org.nangospring.client.connection.NewCredentials;
import org.nangospring.client.fault.Message;
import org.nangospring.client.fault.SmallServer;
import org.nangospring.client.proxy.ProxyCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever text is given as an id, a value or an endpoint: it is refused before anything
 * is sent, or it arrives as it is, in one request to Nango, at its place.
 */
class RequestFuzzTests {

	private static final ConcurrentLinkedQueue<Message> REQUESTS = new ConcurrentLinkedQueue<>();

	private static final ManualTiming TIMING = new ManualTiming();

	private static SmallServer server;

	private static NangoClient nango;

	@BeforeAll
	static void start() throws IOException {
		server = new SmallServer((request) -> {
			REQUESTS.add(request);
			return SmallServer.ok("{}");
		});
		nango = TestClients.builder(server.url(), TIMING).build();
	}

	@AfterAll
	static void stop() throws IOException {
		nango.close();
		server.close();
	}

	private static final List<Place> PLACES = List.of(
			place("connection id in a path", (text) -> nango.connection("g", text).get(),
					(request, text) -> request.path("/connections/").query("provider_config_key").equals("g")
							? request.segment("/connections/") : ""),
			place("integration id in a query", (text) -> nango.connection(text, "c").get(),
					(request, text) -> request.path("/connections/c").query("provider_config_key")),
			place("integration id in a path", (text) -> nango.integrations().get(text),
					(request, text) -> request.segment("/integrations/")),
			place("integration id in a body", (text) -> nango.integrations().create(text, "github"),
					(request, text) -> request.path("/integrations").json().path("unique_key").asString()),
			place("integration id in a header", (text) -> nango.connection(text, "c").actions().trigger("a", null),
					(request, text) -> request.path("/action/trigger").header("provider-config-key")),
			place("connection id in a header", (text) -> nango.connection("g", text).records("Issue").page(),
					(request, text) -> request.path("/records").header("connection-id")),
			place("model", (text) -> nango.connection("g", "c").records(text).page(),
					(request, text) -> request.path("/records").query("model")),
			place("cursor", (text) -> nango.connection("g", "c").records("Issue").after(text).page(),
					(request, text) -> request.path("/records").query("cursor")),
			place("action", (text) -> nango.connection("g", "c").actions().trigger(text, null),
					(request, text) -> request.path("/action/trigger").json().path("action_name").asString()),
			place("input of an action", (text) -> nango.connection("g", "c").actions().trigger("a", text),
					(request, text) -> request.path("/action/trigger").json().path("input").asString()),
			place("id of an action", (text) -> nango.actionResults().get(AsyncAction.of(text), Map.class),
					(request, text) -> request.segment("/action/")),
			place("status URL",
					(text) -> nango.actionResults().get(AsyncAction.ofStatusUrl("/action/" + text), Map.class),
					(request, text) -> request.segment("/action/")),
			place("provider", (text) -> nango.providers().get(text), (request, text) -> request.segment("/providers/")),
			place("variant", (text) -> nango.connection("g", "c").syncs().deleteVariant("issues", text),
					(request, text) -> request.segment("/sync/issues/variant/")),
			place("sync", (text) -> nango.syncs("g").status(text),
					(request, text) -> request.path("/sync/status").query("syncs")),
			place("deployment", (text) -> nango.functions().deployments().get(text),
					(request, text) -> request.lastSegment()),
			place("value of a tag", (text) -> nango.connections().list((query) -> query.tag("t", text)),
					(request, text) -> request.path("/connections").query("tags[t]")),
			place("name of a tag", (text) -> nango.connections().list((query) -> query.tag(text, "v")),
					(request,
							text) -> request.path("/connections")
								.query("tags[" + text.toLowerCase(Locale.ROOT) + "]")
								.equals("v") ? text : ""),
			place("search", (text) -> nango.connections().list((query) -> query.search(text)),
					(request, text) -> request.path("/connections").query("search")),
			place("metadata", (text) -> nango.connection("g", "c").updateMetadata(Map.of("k", text)), (request,
					text) -> request.path("/connections/metadata").json().path("metadata").path("k").asString()),
			place("name in metadata", (text) -> nango.connection("g", "c").setMetadata(Map.of(text, "v")),
					(request, text) -> request.path("/connections/metadata")
						.json()
						.path("metadata")
						.propertyNames()
						.iterator()
						.next()),
			place("token of new credentials", (text) -> nango.connections().upsert("g", NewCredentials.oauth2(text)), (
					request,
					text) -> request.path("/connections").json().path("credentials").path("access_token").asString()),
			place("session token", (text) -> nango.connectSessions().get(text),
					(request, text) -> request.header("authorization").replaceFirst("^Bearer ", "")),
			place("tag of a session", (text) -> nango.connectSessions().create((session) -> session.tag("t", text)),
					(request, text) -> request.path("/connect/sessions").json().path("tags").path("t").asString()),
			proxy("value of a query parameter", (call, text) -> call.query("q", text),
					(request, text) -> request.path("/proxy/x").query("q")),
			proxy("name of a query parameter", (call, text) -> call.query(text, "v"),
					(request, text) -> request.path("/proxy/x").query(text).equals("v") ? text : ""),
			proxy("query", ProxyCall::rawQuery, (request, text) -> same(request.path("/proxy/x").rawQuery(), text)),
			proxy("value of a header", (call, text) -> call.header("X-A", text),
					(request, text) -> request.path("/proxy/x").header("nango-proxy-x-a")),
			proxy("name of a header", (call, text) -> call.header(text, "v"), (request,
					text) -> request.path("/proxy/x").header("nango-proxy-" + text.toLowerCase(Locale.ROOT)).equals("v")
							? text : ""),
			proxy("another base URL", ProxyCall::baseUrlOverride,
					(request, text) -> request.path("/proxy/x").header("base-url-override")),
			place("endpoint", (text) -> nango.connection("g", "c").proxy().get(text, Void.class),
					(request, text) -> request.endpoint(text)),
			place("endpoint after a slash", (text) -> nango.connection("g", "c").proxy().get("/" + text, Void.class),
					(request, text) -> request.endpoint(text)));

	@Test
	void anyTextIsRefusedOrArrivesAsItIs() {
		Fuzz.check(6_000, (draw) -> new Case(draw.pick(PLACES), Garbage.text(draw)), RequestFuzzTests::holds);
	}

	private static void holds(Case attempt) {
		REQUESTS.clear();
		TIMING.limits().clear();
		try {
			attempt.place().call().accept(attempt.text());
		}
		catch (IllegalArgumentException ex) {
			assertThat(REQUESTS).isEmpty();
			return;
		}
		catch (NangoException ex) {
			// the answer is of no use, but the request was sent
			assertThat(ex.getMessage()).doesNotContain(TestClients.KEY);
		}
		assertThat(REQUESTS).hasSize(1);
		Request request = Request.of(REQUESTS.element());
		assertThat(request.header("host")).isEqualTo(server.url().substring("http://".length()));
		if (!StandardCharsets.UTF_8.newEncoder().canEncode(attempt.text())) {
			// half a character: JSON may carry it, though not every reader takes it
			return;
		}
		assertThat(attempt.place().arrived().apply(request, attempt.text())).isEqualTo(attempt.text());
	}

	private static Place place(String name, Consumer<String> call, BiFunction<Request, String, String> arrived) {
		return new Place(name, call, arrived);
	}

	private static Place proxy(String name, BiFunction<ProxyCall, String, ProxyCall> call,
			BiFunction<Request, String, String> arrived) {
		return place(name,
				(text) -> call.apply(nango.connection("g", "c").proxy().get("/x"), text).retrieve(Void.class), arrived);
	}

	/**
	 * The text if it was sent with no other change than escapes, which stand for the
	 * same.
	 */
	private static String same(String sent, String text) {
		return Request.decode(sent).equals(Request.decode(text)) ? text : sent;
	}

	private record Case(Place place, String text) {

		@Override
		public String toString() {
			return this.place.name + ": " + JsonGarbage.quoted(this.text);
		}

	}

	/**
	 * A place that texts are sent to.
	 *
	 * @param name what it is
	 * @param call sends a text there
	 * @param arrived what a server finds there, for a text that was sent
	 */
	private record Place(String name, Consumer<String> call, BiFunction<Request, String, String> arrived) {
	}

	/**
	 * A request as a server understands it.
	 */
	private record Request(String target, List<String[]> headers, String body) {

		static Request of(Message message) {
			String[] lines = message.head().split("\r\n");
			assertThat(lines[0]).matches("(GET|POST|PUT|PATCH|DELETE) /[!-~]* HTTP/1\\.1");
			List<String[]> headers = new ArrayList<>();
			for (int i = 1; i < lines.length; i++) {
				assertThat(lines[i]).matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+: [\\x20-\\x7e\\xa0-\\xff]*");
				headers.add(lines[i].split(": ", 2));
			}
			return new Request(lines[0].split(" ")[1], headers, message.body());
		}

		static String decode(String text) {
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			byte[] decoded = new byte[bytes.length];
			int length = 0;
			for (int i = 0; i < bytes.length; i++) {
				boolean escape = bytes[i] == '%' && i + 2 < bytes.length;
				decoded[length++] = escape ? (byte) Integer.parseInt(text(bytes, i + 1, 2), 16) : bytes[i];
				i += escape ? 2 : 0;
			}
			return text(decoded, 0, length);
		}

		private static String text(byte[] bytes, int offset, int length) {
			return new String(bytes, offset, length, StandardCharsets.UTF_8);
		}

		private String rawPath() {
			return this.target.split("\\?", 2)[0];
		}

		String rawQuery() {
			String[] parts = this.target.split("\\?", 2);
			return (parts.length > 1) ? parts[1] : "";
		}

		/**
		 * Checks where the path begins.
		 */
		Request path(String start) {
			assertThat(rawPath()).startsWith(start);
			return this;
		}

		/**
		 * The one segment that follows a path.
		 */
		String segment(String before) {
			path(before);
			return lastSegment(before.length());
		}

		String lastSegment() {
			return lastSegment(rawPath().lastIndexOf('/') + 1);
		}

		private String lastSegment(int from) {
			String raw = rawPath().substring(from);
			assertThat(raw).doesNotContain("/", "+").isNotIn(".", "..", "");
			return decode(raw);
		}

		String query(String name) {
			List<String> values = new ArrayList<>();
			for (String parameter : rawQuery().split("&")) {
				String[] parts = parameter.split("=", 2);
				assertThat(parameter).doesNotContain("+");
				if (decode(parts[0]).equals(name)) {
					values.add(decode(parts[1]));
				}
			}
			assertThat(values).hasSize(1);
			return values.get(0);
		}

		String header(String name) {
			List<String> values = this.headers.stream()
				.filter((header) -> header[0].equalsIgnoreCase(name))
				.map((header) -> header[1])
				.toList();
			assertThat(values).hasSize(1);
			return values.get(0);
		}

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body.getBytes(StandardCharsets.ISO_8859_1));
		}

		/**
		 * The endpoint if it arrived below the proxy, and would stay there whoever
		 * resolves it.
		 */
		String endpoint(String text) {
			path("/proxy/");
			String sent = this.target.substring("/proxy/".length());
			assertThat(rawPath().substring("/proxy/".length())).doesNotStartWith("/");
			for (String segment : rawPath().split("/")) {
				assertThat(decode(segment)).isNotIn(".", "..");
			}
			String plain = text.startsWith("/") ? text.substring(1) : text;
			return decode(sent).equals(decode(plain)) ? text : sent;
		}

	}

}
