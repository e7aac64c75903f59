package org.nangospring.sample;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.connection.NewCredentials;
import org.nangospring.sample.nango.ManualClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The view of a connection, with its tiles and their forms.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@Import(MovableClock.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ConnectionPageTests {

	private static final String ACME = "/connections/github/acme-github";

	@Autowired
	private ManualClock clock;

	@Autowired
	private NangoClient nango;

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void connectionShowsAllOfItsTiles() {
		assertThat(chosen("github", "acme-github").body())
			.contains("<title>acme-github · Nango for Spring</title>", "team: platform", "<code>OAUTH2</code>")
			.contains("Ada of Acme", "acme/widgets", "github-issues", "every hour", "<span>40</span> records")
			.contains("5 min ago", "Webhook loses the filter", "create-issue: Creates an issue in a repository");
	}

	@ParameterizedTest
	@CsvSource({ "github, acme-github, OAUTH2", "github, globex-github, OAUTH2", "slack, acme-slack, OAUTH2",
			"notion, acme-notion, API_KEY" })
	void everyConnectionCanBeChosen(String integration, String connection, String credentials) {
		assertThat(this.browser.get("/connections").body())
			.contains("href=\"/connections/" + integration + "/" + connection + "\"");
		assertThat(chosen(integration, connection).body()).contains("<title>" + connection)
			.contains("<code>" + credentials + "</code>")
			.doesNotContain("class=\"failure\"");
	}

	@Test
	void tilesOfAConnectionAreFetchedOneByOneWithinThePage() {
		String view = this.browser.get(ACME, "HX-Request", "true").body();
		assertThat(view).contains("<code>OAUTH2</code>").doesNotContain("github-issues", "create-issue");
		for (String tile : new String[] { "syncs", "records", "actions", "proxy" }) {
			assertThat(view).containsPattern(
					"id=\"" + tile + "\"[^>]* hx-get=\"" + ACME + "/" + tile + "\"[^>]* hx-trigger=\"load, ");
			assertThat(tile(tile)).contains("id=\"" + tile + "-heading\"").doesNotContain("<html", "<section");
		}
	}

	@Test
	void connectionWhoseCredentialsNoLongerWorkSaysSo() {
		for (int i = 0; i < 2; i++) {
			// first the refresh fails, then Nango does not try it again for a while
			assertThat(chosen("slack", "globex-slack-revoked").body()).contains("auth error")
				.contains("NangoCredentialsException", "Its user has to connect again")
				.contains("This connection has no syncs");
		}
	}

	@Test
	void connectionWithAnyCharactersInItsIdHasAView() {
		String id = "team 7/ops;a=b{c}";
		this.nango.connections()
			.upsert("github", NewCredentials.oauth2("fake-access-token.visitor.1"),
					(connection) -> connection.connectionId(id));
		Matcher link = Pattern.compile("href=\"(/connections/github/team[^\"]+)\"")
			.matcher(this.browser.get("/connections").body());
		assertThat(link.find()).isTrue();
		String view = this.browser.get(link.group(1)).body();
		assertThat(view).contains("<title>team 7/ops;a=b{c} · ", "<code>OAUTH2</code>", "github-issues");
		Matcher syncs = Pattern.compile("id=\"syncs\"[^>]* hx-get=\"([^\"]+)\"").matcher(view);
		assertThat(syncs.find()).isTrue();
		assertThat(this.browser.submit(syncs.group(1), Map.of("sync", "github-issues", "command", "PAUSE")).body())
			.contains("github-issues was paused.");
	}

	@Test
	void unknownConnectionIsAMessage() {
		assertThat(chosen("github", "nope").body())
			.contains("NangoNotFoundException", "There is no such thing", "<code>not_found</code>")
			.doesNotContain("Run an action");
	}

	@Test
	void recordsAreTurnedPageByPage() {
		String page = chosen("github", "acme-github").body();
		assertThat(page).contains(">1001<", ">1010<").doesNotContain(">1011<", "First page");
		String second = this.browser.get(nextPage(page)).body();
		assertThat(second).contains(">1011<", ">1020<", "First page").doesNotContain(">1010<");
		String last = this.browser.get(nextPage(this.browser.get(nextPage(second)).body())).body();
		assertThat(last).contains(">1040<").doesNotContain("Next page");
	}

	@Test
	void wrongCursorIsAMessageAndLeavesTheRest() {
		assertThat(this.browser.get(ACME + "?cursor=nope").body()).contains("NangoServerException", "github-issues",
				"create-issue");
	}

	@Test
	void syncCanBeTriggeredAndAddsRecords() {
		assertThat(sync("TRIGGER").body()).contains("github-issues was triggered.")
			.contains("data-running=\"true\"", ">running<");
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(tile("syncs")).contains("data-running=\"false\"", ">success<", "0 s ago")
			.containsPattern("<span>2</span> added, <span>3</span> updated,\\s+<span>1</span> deleted")
			.contains("<span>41</span> records");
	}

	@Test
	void syncCanBePausedAndStarted() {
		assertThat(sync("PAUSE").body()).contains("github-issues was paused.", ">paused<", "value=\"START\"");
		assertThat(sync("START").body()).contains("github-issues was started.", ">success<", "value=\"PAUSE\"");
	}

	@Test
	void formOfHtmxIsAnsweredWithItsTile() {
		Browser.Reply tile = this.browser.post(ACME + "/syncs", Map.of("sync", "github-issues", "command", "PAUSE"),
				"HX-Request", "true");
		assertThat(tile.status()).isEqualTo(200);
		assertThat(tile.body()).contains("github-issues was paused.", ">paused<", "value=\"START\"")
			.doesNotContain("<html", "<h1");
		assertThat(tile("syncs")).doesNotContain("was paused.");
	}

	@Test
	void failureStandsInTheTileOfItsForm() {
		Browser.Reply tile = this.browser.post(ACME + "/actions", Map.of("action", "add-numbers", "input", "{"),
				"HX-Request", "true");
		assertThat(tile.status()).isEqualTo(200);
		assertThat(tile.body()).contains("id=\"actions-heading\"", "The input is not valid JSON", "{</textarea>");
	}

	@Test
	void exampleFollowsTheActionButNotOverWhatSomebodyHasTyped() {
		String other = ACME + "/actions?action=add-numbers&input=";
		String example = this.browser.get(other, "HX-Request", "true").body();
		assertThat(example).contains("&quot;a&quot; : 1").containsPattern("selected=\"selected\">add-numbers");
		assertThat(this.browser.get(other + "%7B%22mine%22:1%7D", "HX-Request", "true").body())
			.contains("{&quot;mine&quot;:1}</textarea>");
	}

	@Test
	void syncThatIsNotThereIsAMessage() {
		assertThat(submit("syncs", Map.of("sync", "nope", "command", "PAUSE")).body())
			.contains("NangoNotFoundException", "<code>no_syncs_found</code>");
	}

	@Test
	void actionRunsAndKeepsWhatWasTyped() {
		Browser.Reply page = submit("actions", Map.of("action", "add-numbers", "input", "{\"a\":1,\"b\":2.5}"));
		assertThat(page.body()).contains("add-numbers has run and returned", "3.5</pre>")
			.contains("{&quot;a&quot;:1,&quot;b&quot;:2.5}</textarea>")
			.containsPattern("selected=\"selected\">add-numbers");
		assertThat(chosen("github", "acme-github").body()).doesNotContain("add-numbers has run");
	}

	@Test
	void actionWithoutOutputRunsAsWell() {
		assertThat(submit("actions", Map.of("action", "nothing", "input", "")).body())
			.contains("nothing has run and returned", "null</pre>");
	}

	@Test
	void inputThatIsNotJsonIsAMessageAndNothingIsSent() {
		assertThat(submit("actions", Map.of("action", "add-numbers", "input", "{\n  a")).body())
			.contains("The input is not valid JSON (line 2, column", "Nothing was sent");
	}

	@ParameterizedTest
	@CsvSource({ "add-numbers, NangoActionException, a and b must be numbers", "nope, NangoNotFoundException, nope" })
	void actionThatFailsIsAMessage(String action, String type, String text) {
		assertThat(submit("actions", Map.of("action", action, "input", "{\"nope\":true}")).body()).contains(type, text);
	}

	@Test
	void providerIsCalled() {
		assertThat(submit("proxy", Map.of("method", "GET", "endpoint", "/user/repos?per_page=2", "body", "")).body())
			.contains("The provider answered 200", "acme/service-02")
			.doesNotContain("acme/service-03");
		assertThat(submit("proxy", Map.of("method", "GET", "endpoint", "/zen", "body", "")).body())
			.contains("Keep it logically awesome.");
	}

	@Test
	void answerOfTheProviderIsShownWithHeadersThatTellSomething() {
		assertThat(submit("proxy", Map.of("method", "GET", "endpoint", "/user", "body", "")).body())
			.contains("<dt>Content-Type</dt>", "<dt>X-Request-Id</dt>", "fake-request-")
			.doesNotContain("x-provider");
		for (String method : new String[] { "PUT", "PATCH", "DELETE" }) {
			assertThat(submit("proxy", Map.of("method", method, "endpoint", "/status/204", "body", "")).body())
				.contains("The provider answered 204");
		}
	}

	@Test
	void issueCreatedAtTheProviderComesWithTheNextSync() {
		submit("proxy", Map.of("method", "POST", "endpoint", "/repos/acme/widgets/issues", "body",
				"{\"title\":\"Typed by <hand>\"}"));
		sync("TRIGGER");
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(tile("syncs")).contains("<span>42</span> records");
		String records = "/api/connections/github/acme-github/records?model=GithubIssue&limit=100";
		assertThat(this.browser.get(records).body()).contains("Typed by <hand>");
	}

	@Test
	void errorOfTheProviderIsShownWithItsBody() {
		assertThat(submit("proxy", Map.of("method", "GET", "endpoint", "/status/418", "body", "")).body()).contains(
				"The provider answered with an error", "NangoUpstreamException", "<dd>418</dd>", "Pretend status 418");
	}

	@Test
	void endpointWithAHostIsRefusedBeforeAnythingIsSent() {
		assertThat(submit("proxy", Map.of("method", "GET", "endpoint", "https://example.org/", "body", "")).body())
			.contains("The endpoint must be a path", "Nothing was sent");
	}

	@Test
	void whatComesFromElsewhereIsEscaped() {
		assertThat(submit("actions", Map.of("action", "<script>alert(1)</script>", "input", "")).body())
			.doesNotContain("<script>alert(1)");
	}

	private Browser.Reply chosen(String integration, String connection) {
		return this.browser.get("/connections/" + integration + "/" + connection);
	}

	private String tile(String tile) {
		return this.browser.get(ACME + "/" + tile, "HX-Request", "true").body();
	}

	private Browser.Reply sync(String command) {
		return submit("syncs", Map.of("sync", "github-issues", "command", command));
	}

	private Browser.Reply submit(String tile, Map<String, String> fields) {
		return this.browser.submit(ACME + "/" + tile, fields);
	}

	private static String nextPage(String page) {
		Matcher link = Pattern.compile("rel=\"next\" href=\"([^\"#]+)").matcher(page);
		assertThat(link.find()).as("there is a next page").isTrue();
		return link.group(1).replace("&amp;", "&");
	}

}
