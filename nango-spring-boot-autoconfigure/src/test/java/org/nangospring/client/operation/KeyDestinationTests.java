package org.nangospring.client.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.tcp.SslProvider;

import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.RawServer;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.action.AsyncAction;
import org.nangospring.client.proxy.ProxyResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * There is another server on another port, and everything that can be done is done to
 * make the client talk to it. Nobody ever connects to it, so the key cannot have gone
 * there.
 */
class KeyDestinationTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	private RawServer elsewhere;

	@BeforeEach
	void start() throws IOException {
		this.elsewhere = RawServer
			.answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
	}

	@AfterEach
	void nobodyCame() throws IOException {
		assertThat(this.elsewhere.connections()).as("connections to the other server").isZero();
		this.elsewhere.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 300, 301, 302, 303, 305, 307, 308 })
	void noRedirectIsFollowedToAnotherHost(int status) {
		for (String location : locations()) {
			FIXTURE.server().resetAll();
			FIXTURE.answers(WireMock.aResponse()
				.withStatus(status)
				.withHeader("Location", location)
				.withHeader("Refresh", "0; url=" + location)
				.withHeader("Alt-Svc", "http/1.1=\"" + authority() + "\""));
			calls().forEach((call) -> {
				int before = FIXTURE.requests().size();
				assertThatExceptionOfType(NangoException.class).isThrownBy(() -> call.accept(FIXTURE.nango()));
				assertThat(FIXTURE.requests()).hasSize(before + 1);
			});
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void noRedirectIsFollowedFromHttpsToHttp(Mode mode) {
		WireMockServer secure = new WireMockServer(
				WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort());
		secure.start();
		SslProvider.GenericSslContextSpec<?> trusting = Http11SslContextSpec.forClient()
			.configure((context) -> context.trustManager(InsecureTrustManagerFactory.INSTANCE));
		try (NangoClient nango = TestClients.builder("https://localhost:" + secure.httpsPort(), new ManualTiming())
			.httpClient((client) -> client.secure((spec) -> spec.sslContext(trusting)))
			.build()) {
			for (String target : List.of("http://" + authority(), "http://localhost:" + secure.port())) {
				secure.resetAll();
				secure.stubFor(WireMock.any(WireMock.anyUrl())
					.willReturn(WireMock.permanentRedirect(target + "/integrations")));
				assertThatExceptionOfType(NangoResponseException.class)
					.isThrownBy(() -> mode.call(IntegrationOperations.all().get(0), nango))
					.withMessageContaining("Redirects are not followed");
				assertThat(secure.getAllServeEvents()).singleElement()
					.satisfies((event) -> assertThat(event.getRequest().getScheme()).isEqualTo("https"));
			}
		}
		finally {
			secure.stop();
		}
	}

	@Test
	void noAddressThatAnAnswerNamesIsCalled() {
		for (String location : locations()) {
			FIXTURE.server().resetAll();
			FIXTURE.answers(
					WireMock
						.jsonResponse("{\"id\":\"a-1\",\"statusUrl\":\"" + location + "\",\"connect_link\":\""
								+ location + "\"}", 202)
						.withHeader("Location", location)
						.withHeader("Content-Location", location)
						.withHeader("Link", "<" + location + ">; rel=\"next\""));
			AsyncAction action = FIXTURE.nango().connection("g", "c").actions().triggerAsync("a", null);
			FIXTURE.nango().actionResults().get(action, Object.class);
			assertThat(FIXTURE.urls()).containsExactly("/action/trigger", "/action/a-1");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://%s/action/1", "//%s/action/1", "/action/../../%s", "/action/@%s", "@%s/action/1",
			"/action//%s", "/action/1@%s", "/action/%%2f%%2f%s", "\\\\%s\\action\\1", "/action/1#@%s" })
	void noStatusUrlThatNamesAnotherHostIsTaken(String url) {
		calledOrRefused((nango) -> nango.actionResults()
			.get(AsyncAction.ofStatusUrl(url.formatted(authority())), Object.class));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//%s/x", "///%s/x", "http://%s/x", "HTTP://%s/x", "/http://%s/x", "\\\\%s/x", "/\\%s/x",
			"/\t//%s/x", "@%s/x", "/@%s/x", ":80@%s/x", "x@%s", "user:pass@%s", "/..//%s/x", "/%%2e%%2e//%s/x",
			"/..;/%s/x", "/..;@%s/x", "/..\\%s/x", "/%%2f%%2f%s/x", "%%2f%%2f%s/x", "/%%5c%%5c%s/x", "/.%s/x", ".%s",
			"/x?u=http://%s", "?@%s", "/x#@%s", "#@%s/x", ";@%s/x", "/\u2044\u2044%s/x", "/\uff0f\uff0f%s/x",
			"\uff20%s/x", "/%%00@%s/x", "/%%0d%%0aHost:%%20%s/x" })
	void noEndpointLeadsToAnotherHost(String endpoint) {
		String address = endpoint.formatted(authority());
		FIXTURE.answers(WireMock.okJson("{}"));
		calledOrRefused((nango) -> nango.connection("g", "c").proxy().get(address, Object.class));
		calledOrRefused((nango) -> nango.connection("g", "c").proxy().post(address, "body", Object.class));
		calledOrRefused((nango) -> closed(nango.connection("g", "c").proxy().get(address).stream()));
		calledOrRefused((nango) -> nango.reactive().connection("g", "c").proxy().get(address, Object.class).block());
		assertThat(FIXTURE.requests()).allSatisfy((request) -> {
			assertThat(request.getUrl()).startsWith("/proxy/");
			assertThat(request.getHeaders().getHeader("Host").values())
				.containsExactly(FIXTURE.server().baseUrl().substring("http://".length()));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "@%s", "x@%s", "//%s", "/%s", "http://%s", "../../%s", "..", "..;", "..;/%s", "..\\%s",
			"%%2e%%2e", "%%2e%%2e/%s", "\\\\%s", ":80@%s", "?@%s", "#@%s", "a/../../%s", "x\r\nHost: %s" })
	void noIdLeadsToAnotherHost(String id) {
		String value = id.formatted(authority());
		FIXTURE.answers(WireMock.okJson("{}"));
		calledOrRefused((nango) -> nango.connection(value, value).get());
		calledOrRefused((nango) -> nango.connection(value, value).delete());
		calledOrRefused((nango) -> nango.connection(value, value).actions().trigger(value, null));
		calledOrRefused((nango) -> nango.connection(value, value).proxy().get("/x", Object.class));
		calledOrRefused((nango) -> nango.connection(value, value).records(value).page());
		calledOrRefused((nango) -> nango.integrations().get(value));
		calledOrRefused((nango) -> nango.providers().get(value));
		calledOrRefused((nango) -> nango.functions().get(value, value));
		calledOrRefused((nango) -> nango.connection("g", "c").syncs().createVariant(value, value));
		calledOrRefused((nango) -> nango.actionResults().get(AsyncAction.of(value), Object.class));
		calledOrRefused((nango) -> nango.reactive().integrations().get(value).block());
		assertThat(FIXTURE.requests()).allSatisfy((request) -> {
			assertThat(request.getUrl().replaceFirst("\\?.*", ""))
				.matches("/(connections|action|proxy|records|integrations|providers|sync|functions)(/[^/]+)*");
			assertThat(request.getUrl().replaceFirst("\\?.*", "").split("/")).doesNotContain("..", ".", "..;");
			assertThat(request.getHeaders().getHeader("Host").values())
				.containsExactly(FIXTURE.server().baseUrl().substring("http://".length()));
		});
	}

	@ParameterizedTest
	@CsvSource({ "next", "cursor", "2" })
	void noCursorLeadsToAnotherHost(String start) {
		FIXTURE.answers(WireMock.okJson("{\"records\":[],\"next_cursor\":null}"));
		String cursor = start + "&@" + authority() + "/#//" + authority();
		FIXTURE.nango().connection("g", "c").records("M").after(cursor).page();
		assertThat(FIXTURE.onlyRequest().getUrl()).startsWith("/records?model=M&cursor=" + start + "%26%40");
	}

	private List<String> locations() {
		return List.of("http://" + authority() + "/x", "//" + authority() + "/x", "http://user@" + authority() + "/x",
				"/\\\\" + authority() + "/x", "HTTP://" + authority());
	}

	private String authority() {
		return "127.0.0.1:" + this.elsewhere.port();
	}

	private static Stream<Consumer<NangoClient>> calls() {
		return Stream.of((nango) -> nango.integrations().list(), (nango) -> nango.integrations().delete("g"),
				(nango) -> nango.connection("g", "c").get(),
				(nango) -> nango.connection("g", "c").actions().trigger("a", "input"),
				(nango) -> nango.connection("g", "c").proxy().get("/x", Object.class),
				(nango) -> nango.connection("g", "c").proxy().post("/x", "body", Object.class),
				(nango) -> nango.connection("g", "c").proxy().get("/x").stream(),
				(nango) -> nango.connection("g", "c").records("M").stream().toList(),
				reactive((nango) -> nango.integrations().list().block()),
				reactive((nango) -> nango.connection("g", "c").proxy().get("/x").stream().block()));
	}

	private static Consumer<NangoClient> reactive(Consumer<ReactiveNangoClient> call) {
		return (nango) -> call.accept(nango.reactive());
	}

	/**
	 * Whether a trick is refused or is a path like another does not matter here, nor what
	 * is answered.
	 */
	private static void calledOrRefused(Consumer<NangoClient> call) {
		try {
			call.accept(FIXTURE.nango());
		}
		catch (IllegalArgumentException | NangoException ex) {
			assertThat(ex).hasMessageNotContaining(TestClients.KEY);
		}
	}

	private static int closed(ProxyResponse<InputStream> response) {
		try (InputStream body = response.body()) {
			return response.status();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
