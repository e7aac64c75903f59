package org.nangospring.sample;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is around every view: the page, its frame, its protection.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@Import(MovableClock.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class PageTests {

	private static final String ACME = "/connections/github/acme-github";

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void overviewShowsWhatThereIs() {
		Browser.Reply page = this.browser.get("/");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("<title>Overview · Nango for Spring</title>")
			.contains("GitHub", "acme-github", "globex-github", "acme-notion", "acme-slack")
			.containsPattern("globex-slack-revoked</a>\\s+<span class=\"badge bad\">auth error");
	}

	@Test
	void pageSaysThatItTalksToItsOwnNango() {
		assertThat(this.browser.get("/").body()).contains("This is a Nango inside the application")
			.contains("NANGO_SECRET_KEY")
			.containsPattern("http://127\\.0\\.0\\.1:\\d+");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/accounts", "/people", "/files", "/connections", "/connections/github/acme-github",
			"/webhooks" })
	void viewIsAWholePageOrAloneWhenHtmxAsks(String path) {
		Browser.Reply whole = this.browser.get(path);
		assertThat(whole.body()).startsWith("<!DOCTYPE html>").contains("id=\"navigation\"", "<title>");
		assertThat(whole.body()).containsOnlyOnce("<title>").containsOnlyOnce("<h1").containsOnlyOnce("<main");
		Browser.Reply alone = this.browser.get(path, "HX-Request", "true");
		assertThat(alone.body()).doesNotContain("<html", "id=\"navigation\"", "<main")
			.containsOnlyOnce("<title>")
			.containsOnlyOnce("<h1");
		assertThat(alone.header("HX-Retarget")).isEqualTo("#main");
		assertThat(alone.header("HX-Push-Url")).isEqualTo(path);
		assertThat(alone.header("Vary")).contains("HX-Request");
		assertThat(alone.header("Cache-Control")).isEqualTo("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/app.css", "/app.js", "/icons.svg", "/favicon.svg", "/webjars/htmx.org/dist/htmx.min.js",
			"/webjars/htmx-ext-sse/sse.js" })
	void pageIsMadeOfFilesOfItsOwn(String file) {
		assertThat(this.browser.get("/").body()).contains("\"" + file);
		assertThat(this.browser.get(file).status()).isEqualTo(200);
	}

	@Test
	void nothingFromElsewhereAndNoScriptOrStyleWithinThePageIsAllowed() {
		for (String path : new String[] { "/", "/api/connections", "/nope" }) {
			assertThat(this.browser.get(path).header("Content-Security-Policy")).startsWith("default-src 'self';")
				.doesNotContain("unsafe");
		}
		assertThat(this.browser.get(ACME).body()).doesNotContain(" style=", "<style", " onclick=")
			.doesNotContainPattern("<script(?! src=)");
	}

	@Test
	void themeOfTheCookieIsThereFromTheBeginning() {
		assertThat(this.browser.get("/").body()).doesNotContain("data-theme");
		assertThat(this.browser.get("/", "Cookie", "theme=dark").body())
			.contains("<html lang=\"en\" data-theme=\"dark\">");
		assertThat(this.browser.get("/", "Cookie", "theme=\"><b>").body()).doesNotContain("data-theme", "<b>");
	}

	@Test
	void formsOfOtherSitesAreRefused() {
		Map<String, String> form = Map.of("sync", "github-issues", "command", "PAUSE");
		assertThat(this.browser.post(ACME + "/syncs", form, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
		assertThat(this.browser.post(ACME + "/syncs", form, "Origin", "https://example.org").status()).isEqualTo(403);
		assertThat(this.browser.post(ACME + "/syncs", form, "Origin", "null").status()).isEqualTo(403);
		assertThat(this.browser.get(ACME).body()).doesNotContain(">paused<");
		assertThat(this.browser.post(ACME + "/syncs", form, "Origin", "http://127.0.0.1:" + this.port).status())
			.isEqualTo(302);
		assertThat(this.browser.post(ACME + "/syncs", form, "Sec-Fetch-Site", "same-origin").status()).isEqualTo(302);
		assertThat(this.browser.get(ACME).body()).contains(">paused<");
	}

	@Test
	void nothingChangesByGet() {
		assertThat(this.browser.get(ACME + "/syncs?sync=github-issues&command=PAUSE").body())
			.doesNotContain(">paused<");
		assertThat(this.browser.get("/accounts/disconnect?integration=slack&connection=acme-slack").status())
			.isEqualTo(405);
	}

	@Test
	void pageThatIsNotThereIsAKindMessage() {
		Browser.Reply page = this.browser.get("/nope");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.body()).contains("There is no such page.", "To the overview");
	}

	@Test
	void incompleteFormIsAKindMessage() {
		Browser.Reply page = this.browser.post(ACME + "/syncs", Map.of("command", "nonsense"), "Accept", "text/html");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.body()).contains("The form was not complete");
	}

}
