package org.nangospring.sample.nango;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The integrations that look like Google Drive and Slack.
 */
class DriveAndSlackTests {

	private static final String[] SLACK = { "Connection-Id", "acme-slack", "Provider-Config-Key", "slack" };

	private static final String[] DRIVE = { "Connection-Id", "d1", "Provider-Config-Key", "google-drive" };

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void peopleComeChangeAndLeave() {
		assertThat(people("")).hasSize(24).doesNotHaveDuplicates();
		for (int run = 1; run <= 3; run++) {
			run("slack", "acme-slack");
			assertThat(people("&filter=deleted")).hasSize(run);
			assertThat(people("&filter=updated")).isNotEmpty();
			assertThat(people("&filter=added,updated")).hasSize(24 + run);
		}
	}

	@Test
	void filesOfOneFolderComeWhenTheMetadataSaySo() {
		connectDrive();
		assertThat(folders()).hasSize(30).contains("Reports", "Plans", "Minutes");
		this.caller.json("PATCH", "/connections/metadata",
				"{'connection_id':'d1','provider_config_key':'google-drive','metadata':{'folder':'Plans'}}");
		run("google-drive", "d1");
		assertThat(folders()).isNotEmpty().containsOnly("Plans");
		this.caller.json("PATCH", "/connections/metadata",
				"{'connection_id':'d1','provider_config_key':'google-drive','metadata':{'folder':''}}");
		run("google-drive", "d1");
		assertThat(folders()).hasSize(32).contains("Reports", "Minutes");
	}

	@Test
	void filesAreHandedOutOrExported() {
		connectDrive();
		String text = new PretendFile(2).id();
		String document = new PretendFile(1).id();
		assertThat(this.caller.get("/proxy/drive/v3/files/" + text + "?alt=media", DRIVE).body())
			.startsWith("# Platform team, 2026-05");
		assertThat(this.caller.get("/proxy/drive/v3/files/" + text, DRIVE).text("/mimeType"))
			.isEqualTo("text/markdown");
		assertThat(this.caller.get("/proxy/drive/v3/files/" + document + "?alt=media", DRIVE).status()).isEqualTo(403);
		assertThat(this.caller.get("/proxy/drive/v3/files/" + document + "/export?mimeType=text/plain", DRIVE).body())
			.startsWith("# Launch of the mobile app, 2026-05");
		assertThat(this.caller.get("/proxy/drive/v3/files/nope?alt=media", DRIVE).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5 })
	void fileIsAsLongAsItsRecordSays(int number) {
		connectDrive();
		PretendFile file = new PretendFile(number);
		JsonNode row = this.caller.get("/records?model=Document&ids=" + file.id(), DRIVE).at("/records/0");
		String path = "/proxy/drive/v3/files/" + file.id();
		Caller.Reply content = this.caller.get(file.isGoogles() ? path + "/export" : path + "?alt=media", DRIVE);
		assertThat(content.body().getBytes(StandardCharsets.UTF_8)).hasSize(row.path("size").asInt());
		assertThat(content.header("Content-Type")).startsWith(file.isGoogles() ? "text/plain" : file.mimeType());
		assertThat(row.path("folder").asString()).isEqualTo(file.folderName());
	}

	@Test
	void filesComeChangeAndGo() {
		connectDrive();
		for (int run = 1; run <= 3; run++) {
			run("google-drive", "d1");
			assertThat(this.caller.get("/sync/status?provider_config_key=google-drive&connection_id=d1&syncs=*")
				.at("/syncs/0/latestResult/Document"))
				.hasToString("{\"added\":2,\"deleted\":1,\"updated\":" + ((run == 1) ? 2 : 3) + "}");
		}
	}

	@Test
	void filesAndPeopleAreListedByTheProvider() {
		connectDrive();
		Caller.Reply first = this.caller.get("/proxy/drive/v3/files?pageSize=20", DRIVE);
		assertThat(first.at("/files")).hasSize(20);
		assertThat(this.caller.get("/proxy/drive/v3/files?pageSize=20&pageToken=" + first.text("/nextPageToken"), DRIVE)
			.at("/files")).hasSize(10);
		assertThat(this.caller.get("/proxy/users.list", SLACK).at("/members")).hasSize(24);
	}

	@Test
	void sentMessageIsARecordAfterTheNextSync() {
		this.caller.json("POST", "/action/trigger",
				"{'action_name':'send-message','input':{'channel':'general','text':'Hello, all'}}", SLACK);
		assertThat(messages()).doesNotContain("Hello, all");
		for (int run = 1; run <= 9; run++) {
			run("slack", "acme-slack");
			assertThat(messages()).containsOnlyOnce("Hello, all");
		}
		JsonNode message = this.caller.get("/records?model=SlackMessage&filter=added", SLACK)
			.at("/records")
			.valueStream()
			.filter((row) -> row.path("text").asString().equals("Hello, all"))
			.findFirst()
			.orElseThrow();
		assertThat(message.path("channel").asString()).isEqualTo("general");
		assertThat(message.path("edited").asBoolean(true)).isFalse();
	}

	@Test
	void messageIsOnlyAtTheAccountThatSentIt() {
		this.caller.json("POST", "/connections", "{'provider_config_key':'slack','connection_id':'other',"
				+ "'credentials':{'type':'OAUTH2','access_token':'fake-access-token.globex.1'}}");
		this.caller.json("POST", "/action/trigger",
				"{'action_name':'send-message','input':{'channel':'general','text':'Hello, all'}}", "Connection-Id",
				"other", "Provider-Config-Key", "slack");
		run("slack", "acme-slack");
		assertThat(messages()).doesNotContain("Hello, all");
	}

	@Test
	void messageIsSentByAnAction() {
		Caller.Reply sent = this.caller.json("POST", "/action/trigger",
				"{'action_name':'send-message','input':{'channel':'" + people("").get(0) + "','text':'Hello'}}", SLACK);
		assertThat(sent.at("/ok").asBoolean()).isTrue();
		assertThat(sent.text("/message/text")).isEqualTo("Hello");
		assertThat(this.caller
			.json("POST", "/action/trigger", "{'action_name':'send-message','input':{'channel':'!','text':'Hello'}}",
					SLACK)
			.text("/error")).isEqualTo("channel_not_found");
	}

	private void connectDrive() {
		this.caller.json("POST", "/connections", "{'provider_config_key':'google-drive','connection_id':'d1',"
				+ "'credentials':{'type':'OAUTH2','access_token':'fake-access-token.acme.1'}}");
		this.caller.clock().advance(Duration.ofSeconds(2));
	}

	private void run(String integration, String connection) {
		this.caller.json("POST", "/sync/trigger",
				"{'provider_config_key':'" + integration + "','connection_id':'" + connection + "','syncs':[]}");
		this.caller.clock().advance(Duration.ofSeconds(2));
	}

	private List<String> people(String query) {
		return this.caller.get("/records?model=SlackUser" + query, SLACK)
			.at("/records")
			.valueStream()
			.map((row) -> row.path("id").asString())
			.toList();
	}

	private List<String> messages() {
		return this.caller.get("/records?model=SlackMessage&filter=added,updated", SLACK)
			.at("/records")
			.valueStream()
			.map((row) -> row.path("text").asString())
			.toList();
	}

	private List<String> folders() {
		return this.caller.get("/records?model=Document&filter=added,updated", DRIVE)
			.at("/records")
			.valueStream()
			.map((row) -> row.path("folder").asString())
			.toList();
	}

}
