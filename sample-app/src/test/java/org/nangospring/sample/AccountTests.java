package org.nangospring.sample;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From connecting an account to its data and back, with the Nango inside the application:
 * over its Connect page, webhooks, record listeners and the database.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class AccountTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void accountsWhoseWebhookNobodyHasHeardAreThereAfterTheStart() {
		assertThat(texts("/api/accounts", "connectionId")).containsExactlyInAnyOrder("acme-github", "acme-slack");
		assertThat(this.browser.get("/accounts").body()).contains("Ada of Acme", "acme-slack", "Not connected.")
			.doesNotContain("globex-github");
	}

	@Test
	void peopleAreKeptWithTheirChangesAndDeletions() {
		awaitSize("/api/people", 24);
		List<String> first = texts("/api/people", "personId");
		this.browser.postJson("/api/connections/slack/acme-slack/syncs/slack-users/trigger", "");
		awaitSize("/api/people", 25);
		assertThat(first).filteredOn((id) -> !texts("/api/people", "personId").contains(id)).hasSize(1);
		assertThat(this.browser.get("/people").body()).contains("<strong>25</strong> people", "@acme.example");
	}

	@Test
	void messageIsSentToAPerson() {
		awaitSize("/api/people", 24);
		String path = "/people/" + this.browser.get("/api/people").text("/0/id") + "/messages";
		assertThat(this.browser.submit(path, Map.of("text", "Hello")).body()).contains("The message to", "was sent.");
		assertThat(this.browser.submit(path, Map.of("text", " ")).body()).contains("The message is empty.");
		assertThat(this.browser.submit("/people/4711/messages", Map.of("text", "Hello")).body())
			.contains("There is no such person among your accounts.");
	}

	@Test
	void filesOfAConnectedAccountComeAndCanBeDownloaded() {
		connectDrive();
		awaitSize("/api/files", 30);
		assertThat(this.browser.get("/files").body()).contains("<strong>30</strong> files", "Reports");
		Browser.Reply plan = download("Plans");
		assertThat(plan.status()).isEqualTo(200);
		assertThat(plan.header("Content-Disposition")).startsWith("attachment").contains(".txt");
		assertThat(plan.body()).startsWith("# ");
		Browser.Reply report = download("Reports");
		assertThat(report.header("Content-Type")).isEqualTo("application/octet-stream");
		assertThat(report.body().lines()).hasSizeGreaterThan(200).startsWith("order,customer,amount");
	}

	@Test
	void settingIsKeptWithTheConnectionAndFollowedByItsSync() {
		String connection = connectDrive();
		awaitSize("/api/files", 30);
		assertThat(this.browser
			.submit("/files/folder",
					Map.of("integration", "google-drive", "connection", connection, "folder", "Reports"))
			.body()).contains("The folder was saved.").containsPattern("name=\"folder\" [^>]*value=\"Reports\"");
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(texts("/api/files", "folder")).isNotEmpty().containsOnly("Reports"));
		assertThat(this.browser.get("/api/connections/google-drive/" + connection).text("/metadata/folder"))
			.isEqualTo("Reports");
	}

	@Test
	void disconnectingDeletesTheConnectionAndItsData() {
		String connection = connectDrive();
		awaitSize("/api/files", 30);
		String file = this.browser.get("/api/files").text("/0/id");
		assertThat(this.browser
			.submit("/accounts/disconnect", Map.of("integration", "google-drive", "connection", connection))
			.body()).contains("Its data were deleted.");
		assertThat(this.browser.get("/api/files").body()).isEqualTo("[]");
		assertThat(texts("/api/accounts", "connectionId")).doesNotContain(connection);
		assertThat(this.browser.get("/api/connections/google-drive/" + connection).status()).isEqualTo(404);
		assertThat(this.browser.get("/files/" + file + "/content").status()).isEqualTo(302);
	}

	@Test
	void accountOfSomebodyElseIsLeftAlone() {
		assertThat(this.browser
			.submit("/accounts/disconnect", Map.of("integration", "github", "connection", "globex-github"))
			.body()).contains("You have no such account.");
		assertThat(this.browser.get("/api/connections/github/globex-github").status()).isEqualTo(200);
	}

	@Test
	void consentCanBeGivenAgain() {
		Browser.Reply redirect = this.browser.post("/accounts/reconnect",
				Map.of("integration", "slack", "connection", "acme-slack"));
		assertThat(redirect.status()).isEqualTo(302);
		URI link = URI.create(redirect.header("Location"));
		Browser nango = new Browser(link.getPort());
		assertThat(nango.get(path(link)).body()).contains("Connect Slack again", "acme-slack");
		assertThat(nango.post("/connect-ui", Map.of("session_token", token(link))).body()).contains("Connected again",
				"href=\"http://127.0.0.1:" + this.port + "/\"");
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.browser.get("/api/webhooks").body())
				.contains("The connection has new credentials."));
		assertThat(texts("/api/accounts", "connectionId")).contains("acme-slack");
		// the syncs catch up at once
		awaitSize("/api/people", 25);
	}

	@Test
	void accountWhoseConsentWasTakenBackFailsUntilItIsGivenAgain() {
		awaitSize("/api/people", 24);
		giveConsentAgain(Map.of("revoke", "true"));
		// its syncs run at once, which ends the consent
		awaitErrors("[\"auth\",\"sync\",\"sync\"]");
		assertThat(this.browser.get("/api/webhooks").body()).contains("\"good\":false");
		assertThat(this.browser.get("/api/people").json()).hasSize(24);
		giveConsentAgain(Map.of());
		awaitErrors("[]");
		awaitSize("/api/people", 25);
	}

	@Test
	void linkToGiveConsentAgainIsThereAsJson() {
		assertThat(this.browser.postJson("/api/accounts/slack/acme-slack/reconnect", "").text("/link"))
			.contains("/connect-ui?session_token=");
		assertThat(this.browser.postJson("/api/accounts/github/globex-github/reconnect", "").status()).isEqualTo(400);
		assertThat(this.browser
			.submit("/accounts/reconnect", Map.of("integration", "github", "connection", "globex-github"))
			.body()).contains("You have no such account.");
	}

	@Test
	void cancelledConnectionIsNotMade() {
		URI link = begin();
		Browser nango = new Browser(link.getPort());
		assertThat(nango.post("/connect-ui", Map.of("session_token", token(link), "cancel", "true")).body())
			.contains("Nothing was connected");
		assertThat(nango.get(path(link)).status()).isEqualTo(401);
		assertThat(this.browser.get("/api/connections?integration=google-drive").body()).isEqualTo("[]");
	}

	private void giveConsentAgain(Map<String, String> fields) {
		URI link = URI.create(this.browser.postJson("/api/accounts/slack/acme-slack/reconnect", "").text("/link"));
		Map<String, String> form = new HashMap<>(fields);
		form.put("session_token", token(link));
		assertThat(new Browser(link.getPort()).post("/connect-ui", form).body()).contains("Connected again");
	}

	private void awaitErrors(String errors) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.browser.get("/api/connections?integration=slack")
				.json()
				.valueStream()
				.filter((row) -> row.path("connectionId").asString().equals("acme-slack"))
				.map((row) -> row.path("errors").toString())).containsExactly(errors));
	}

	private String connectDrive() {
		URI link = begin();
		Browser nango = new Browser(link.getPort());
		assertThat(nango.get(path(link)).body()).contains("Connect Google Drive", "Allow access")
			.doesNotContain("value=\"github\"");
		assertThat(nango
			.post("/connect-ui", Map.of("session_token", token(link), "integration", "google-drive", "account", "acme"))
			.body()).contains("Connected");
		Awaitility.await()
			.atMost(PATIENCE)
			.until(() -> texts("/api/accounts", "integrationId").contains("google-drive"));
		return this.browser.get("/api/connections?integration=google-drive").text("/0/connectionId");
	}

	private URI begin() {
		Browser.Reply redirect = this.browser.post("/accounts", Map.of("integration", "google-drive"));
		assertThat(redirect.status()).isEqualTo(302);
		return URI.create(redirect.header("Location"));
	}

	private Browser.Reply download(String folder) {
		for (int i = 0; i < 30; i++) {
			if (this.browser.get("/api/files").text("/" + i + "/folder").equals(folder)) {
				return this.browser.get("/files/" + this.browser.get("/api/files").text("/" + i + "/id") + "/content");
			}
		}
		throw new AssertionError("There is no file in " + folder);
	}

	private void awaitSize(String path, int size) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.browser.get(path).json()).hasSize(size));
	}

	private List<String> texts(String path, String field) {
		return this.browser.get(path).json().valueStream().map((row) -> row.path(field).asString()).toList();
	}

	private static String path(URI link) {
		return link.getRawPath() + "?" + link.getRawQuery();
	}

	private static String token(URI link) {
		Matcher matcher = Pattern.compile("session_token=(\\w+)").matcher(link.getRawQuery());
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

}
