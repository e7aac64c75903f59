package org.nangospring.client.operation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.TestClients;
import org.nangospring.client.proxy.Proxy;
import org.nangospring.client.proxy.ReactiveProxy;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the proxy sends.
 */
class ProxyRequestTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	private final Proxy proxy = FIXTURE.nango().connection("github", "conn-1").proxy();

	private final ReactiveProxy reactive = FIXTURE.nango().reactive().connection("github", "conn-1").proxy();

	@BeforeEach
	void answer() {
		FIXTURE.answers(WireMock.noContent());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/user | /proxy/user", "user/repos | /proxy/user/repos", "/ | /proxy/",
					"/search?q=a+b&x=%2F | /proxy/search?q=a+b&x=%2F", "/a%2Fb/c%20d | /proxy/a%2Fb/c%20d",
					"/a b/ü | /proxy/a%20b/%C3%BC", "/me@acme.test:x;y=1,2 | /proxy/me@acme.test:x;y=1,2",
					"/a?q=what?/x | /proxy/a?q=what?/x", "/a?t[]=<x>&u=\"y\" | /proxy/a?t%5B%5D=%3Cx%3E&u=%22y%22",
					"/a//b/ | /proxy/a//b/", "/...a/b.. | /proxy/...a/b..", "/😀 | /proxy/%F0%9F%98%80",
					"/web/https://acme.test | /proxy/web/https://acme.test" })
	void anEndpointIsKeptAndOnlyEncodedWhereItHasToBe(String endpoint, String expected) {
		this.proxy.get(endpoint, Void.class);
		this.reactive.get(endpoint, Void.class).block();
		assertThat(FIXTURE.urls()).containsExactly(expected, expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//host/x", "///x", "https://host/x", "HTTP://host", "/https://host/x", "ftp://x",
			"\\\\host", "/\\host", "..", "/../x", "/a/../b", "/a/..", "/./a", "/%2e%2e/x", "/%2E./x", "/a/.%2e",
			"/%2e/a", "/..;/x", "/a/..;b=c/x", "/..%3Bx/y", "/..%2fx", "/a%2F..", "/..\\x", "/a\\..\\x", "/%2e%2e%5Cx",
			"/%2e%2e%2f%2e%2e%2fx", "/a#b", "/a%", "/a%2", "/a%zz", "/a\nb", "/a\u0000", "", " ", "/a\ud83d" })
	void anEndpointThatWouldLeadElsewhereIsRefused(String endpoint) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get(endpoint, Void.class));
		assertThatIllegalArgumentException().isThrownBy(() -> this.reactive.post(endpoint));
		assertThat(FIXTURE.urls()).isEmpty();
	}

	@Test
	void queryParametersAreEncodedAndAddedToTheQueryOfTheEndpoint() {
		String several = "select a\n\tfrom b & c=d+e ü";
		this.proxy.get("/search?raw=a+b")
			.query("q", several)
			.query("t[]", 1, true, "x/y")
			.query("empty", "")
			.retrieve(Void.class);
		String url = FIXTURE.urls().get(0);
		assertThat(url).startsWith("/proxy/search?raw=a+b&q=select%20a%0A%09from%20b%20%26%20c%3Dd%2Be%20%C3%BC")
			.endsWith("&t%5B%5D=1&t%5B%5D=true&t%5B%5D=x%2Fy&empty=");
		assertThat(URLDecoder.decode(url.replaceFirst(".*&q=([^&]*).*", "$1"), StandardCharsets.UTF_8))
			.isEqualTo(several);
	}

	@Test
	void whatCannotBeSentIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").query("", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").query("a", (Object) null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").query("a", (Object[]) null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.proxy.get("/").query("a", "\ud83d").retrieve(Void.class));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").header("X A", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").header("X:A", "x"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.post("/").body(null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").retries(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").retries(11));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").retryOn());
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").retryOn(99));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").baseUrlOverride("acme.test"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").baseUrlOverride("file:///etc"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/").baseUrlOverride("https:///x"));
		assertThat(FIXTURE.urls()).isEmpty();
	}

	@Test
	void headersForTheProviderAreMarkedAsSuch() {
		this.proxy.get("/user")
			.header("Accept", "text/csv")
			.header("Authorization", "Bearer of-the-provider")
			.header("X-Many", "1")
			.header("X-Many", "2")
			.retrieve(Void.class);
		LoggedRequest request = FIXTURE.onlyRequest();
		assertThat(request.getHeader("Nango-Proxy-Accept")).isEqualTo("text/csv");
		assertThat(request.getHeader("Nango-Proxy-Authorization")).isEqualTo("Bearer of-the-provider");
		assertThat(request.getHeaders().getHeader("Nango-Proxy-X-Many").values()).containsExactly("1", "2");
		assertThat(request.getHeader("Authorization")).doesNotContain("of-the-provider");
		assertThat(request.getAllHeaderKeys()).noneMatch((name) -> name.equalsIgnoreCase("X-Many"));
	}

	@Test
	void nothingIsAskedOfNangoThatWasNotSet() {
		this.proxy.get("/user", Void.class);
		this.proxy.get("/user").retries(0).retrieve(Void.class);
		assertThat(FIXTURE.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.getAllHeaderKeys()).noneMatch((name) -> name
				.matches("(?i)retries|retry-on|base-url-override|decompress|nango-proxy-.*|content-type")));
	}

	@Test
	void aBodyIsSentAsItIsWithItsType() {
		byte[] bytes = { 0, 1, -1, 13, 10 };
		this.proxy.post("/upload").body(MediaType.IMAGE_PNG, bytes).retrieve(Void.class);
		LoggedRequest request = FIXTURE.onlyRequest();
		assertThat(request.getBody()).isEqualTo(bytes);
		assertThat(request.getHeader("Content-Type")).isEqualTo("image/png");
		assertThat(request.getHeader("Nango-Proxy-Content-Type")).isEqualTo("image/png");
	}

	@Test
	void aTextIsSentInUtf8WithTheTypeTheCallerGaveTheProvider() {
		this.reactive.put("/note")
			.header("content-type", "text/markdown")
			.body(MediaType.TEXT_PLAIN, "größe")
			.retrieve(Void.class)
			.block();
		LoggedRequest request = FIXTURE.onlyRequest();
		assertThat(request.getBody()).isEqualTo("größe".getBytes(StandardCharsets.UTF_8));
		assertThat(request.getHeader("Content-Type")).isEqualTo("text/plain");
		assertThat(request.getHeaders().getHeader("Nango-Proxy-Content-Type").values())
			.containsExactly("text/markdown");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "a=1&b=2 | /proxy/x?a=1&b=2", "q=%2F+%C3%BC | /proxy/x?q=%2F+%C3%BC",
					"q=a b&r=ü | /proxy/x?q=a%20b&r=%C3%BC", "filter[x]=1 | /proxy/x?filter%5Bx%5D=1",
					"a=what? | /proxy/x?a=what?" })
	void aQueryGivenAsAWholeIsKeptAndOnlyEncodedWhereItHasToBe(String query, String expected) {
		this.proxy.get("/x").rawQuery(query).retrieve(Void.class);
		this.reactive.get("/x").rawQuery(query).retrieve(Void.class).block();
		assertThat(FIXTURE.urls()).containsExactly(expected, expected);
	}

	@Test
	void queriesOfEveryKindAddUp() {
		this.proxy.get("/x?a=1").query("e", "5 &").rawQuery("b=2").rawQuery("c=3&d=4").retrieve(Void.class);
		assertThat(FIXTURE.urls()).containsExactly("/proxy/x?a=1&b=2&c=3&d=4&e=5%20%26");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?a=1", "a=1#b", "a=%", "a=%2", "a=%zz", "a=1\nb", "", " ", "a=\ud83d" })
	void aQueryThatCannotBeSentIsRefused(String query) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.proxy.get("/x").rawQuery(query));
		assertThatIllegalArgumentException().isThrownBy(() -> this.reactive.get("/x").rawQuery(query));
		assertThat(FIXTURE.urls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "@elsewhere.test/x", "elsewhere.test", ":8080/x", "/@elsewhere.test", "/x?u=https://e.test" })
	void whatLooksLikeAHostIsAPathOfNango(String endpoint) {
		this.proxy.get(endpoint, Void.class);
		LoggedRequest request = FIXTURE.onlyRequest();
		assertThat(request.getUrl()).startsWith("/proxy/");
		assertThat(request.getHeader("Host")).isEqualTo(FIXTURE.server().baseUrl().substring(7));
	}

	@Test
	void anotherBaseUrlIsNangosToCall() {
		WireMockServer elsewhere = TestClients.server();
		try {
			this.proxy.get("/user").baseUrlOverride(elsewhere.baseUrl()).retrieve(Void.class);
			assertThat(FIXTURE.onlyRequest().getHeader("Base-Url-Override")).isEqualTo(elsewhere.baseUrl());
			assertThat(elsewhere.getAllServeEvents()).isEmpty();
		}
		finally {
			elsewhere.stop();
		}
	}

}
