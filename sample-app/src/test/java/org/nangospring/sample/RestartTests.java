package org.nangospring.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.nangospring.client.NangoClient;
import org.nangospring.client.connection.NewCredentials;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the database file keeps from one start to the next.
 */
@ExtendWith(OutputCaptureExtension.class)
class RestartTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	private Path directory;

	@Test
	void connectedAccountIsThereAfterARestartAndItsPeopleAreReadAnew() {
		try (ConfigurableApplicationContext context = start()) {
			context.getBean(NangoClient.class)
				.connections()
				.upsert("slack", NewCredentials.oauth2("fake-access-token.umbrella.1"),
						(connection) -> connection.connectionId("mine").tag("end_user_id", "user-ada"));
			Awaitility.await().atMost(PATIENCE).until(() -> accounts(context).contains("mine"));
			awaitPeople(context, 48);
		}
		try (ConfigurableApplicationContext context = start()) {
			assertThat(accounts(context)).contains("mine", "acme-slack");
			assertThat(browser(context).get("/api/connections/slack/mine").text("/connection/tags/end_user_id"))
				.isEqualTo("user-ada");
			awaitPeople(context, 48);
		}
	}

	@Test
	void disconnectedAccountStaysDisconnected() {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(accounts(context)).containsExactlyInAnyOrder("acme-github", "acme-slack");
			assertThat(browser(context)
				.submit("/accounts/disconnect", Map.of("integration", "slack", "connection", "acme-slack"))
				.body()).contains("Its data were deleted.");
		}
		try (ConfigurableApplicationContext context = start()) {
			assertThat(accounts(context)).containsExactly("acme-github");
			assertThat(browser(context).get("/api/connections/slack/acme-slack").status()).isEqualTo(404);
			assertThat(browser(context).get("/api/connections/hubspot/globex-hubspot").status()).isEqualTo(200);
		}
	}

	@Test
	void accountKeepsItsSizeAndItsFolder() {
		try (ConfigurableApplicationContext context = start()) {
			connectDrive(context, "small", "acme");
			connectDrive(context, "big", "large");
			Awaitility.await().atMost(PATIENCE).until(() -> accounts(context).containsAll(List.of("small", "big")));
			browser(context).submit("/files/folder",
					Map.of("integration", "google-drive", "connection", "small", "folder", "Reports"));
		}
		try (ConfigurableApplicationContext context = start()) {
			assertThat(browser(context).get("/api/connections/google-drive/small").text("/metadata/folder"))
				.isEqualTo("Reports");
			assertThat(records(context, "small")).isEqualTo(6);
			assertThat(records(context, "big")).isEqualTo(3_200);
		}
	}

	@Test
	void pausedSyncStaysPausedAndKeepsItsFrequency() {
		String syncs = "/api/connections/github/acme-github/syncs";
		try (ConfigurableApplicationContext context = start()) {
			browser(context).postJson(syncs + "/github-issues/pause", "");
			browser(context).putJson(syncs + "/github-issues/frequency", "{'frequency':'every 6 hours'}");
		}
		try (ConfigurableApplicationContext context = start()) {
			JsonNode sync = browser(context).get(syncs).json().path(0);
			assertThat(sync.path("name").asString()).isEqualTo("github-issues");
			assertThat(sync.path("status").asString()).isEqualTo("PAUSED");
			assertThat(sync.path("frequency").asString()).isEqualTo("6 hours");
			assertThat(browser(context).postJson(syncs + "/github-issues/start", "").text("/0/status"))
				.isEqualTo("SUCCESS");
		}
	}

	@Test
	void startEndsWithTheAddressOfThePage(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start()) {
			int port = ((WebServerApplicationContext) context).getWebServer().getPort();
			assertThat(output).contains("Open http://localhost:" + port + " in a browser.");
		}
	}

	private ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(SampleApplication.class).run("--server.port=0", "--nango.secret-key=",
				"--spring.datasource.url=jdbc:h2:file:" + this.directory.resolve("sample"));
	}

	private static void connectDrive(ConfigurableApplicationContext context, String connection, String account) {
		context.getBean(NangoClient.class)
			.connections()
			.upsert("google-drive", NewCredentials.oauth2("fake-access-token." + account + ".1"),
					(it) -> it.connectionId(connection).tag("end_user_id", "user-ada"));
	}

	private static int records(ConfigurableApplicationContext context, String connection) {
		return browser(context).get("/api/connections/google-drive/" + connection + "/syncs")
			.json()
			.at("/0/recordCount/Document")
			.asInt();
	}

	private static void awaitPeople(ConfigurableApplicationContext context, int count) {
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(browser(context).get("/api/people").json()).hasSize(count));
	}

	private static List<String> accounts(ConfigurableApplicationContext context) {
		return browser(context).get("/api/accounts")
			.json()
			.valueStream()
			.map((account) -> account.path("connectionId").asString())
			.toList();
	}

	private static Browser browser(ConfigurableApplicationContext context) {
		return new Browser(((WebServerApplicationContext) context).getWebServer().getPort());
	}

}
