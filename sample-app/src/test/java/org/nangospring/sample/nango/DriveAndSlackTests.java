package org.nangospring.sample.nango;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
		String text = PretendDrive.id(2);
		String document = PretendDrive.id(1);
		assertThat(this.caller.get("/proxy/drive/v3/files/" + text + "?alt=media", DRIVE).body())
			.startsWith("# Minutes");
		assertThat(this.caller.get("/proxy/drive/v3/files/" + text, DRIVE).text("/mimeType"))
			.isEqualTo("text/markdown");
		assertThat(this.caller.get("/proxy/drive/v3/files/" + document + "?alt=media", DRIVE).status()).isEqualTo(403);
		assertThat(this.caller.get("/proxy/drive/v3/files/" + document + "/export?mimeType=text/plain", DRIVE).body())
			.startsWith("# Plan");
		assertThat(this.caller.get("/proxy/drive/v3/files/nope?alt=media", DRIVE).status()).isEqualTo(404);
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

	private List<String> folders() {
		return this.caller.get("/records?model=Document&filter=added,updated", DRIVE)
			.at("/records")
			.valueStream()
			.map((row) -> row.path("folder").asString())
			.toList();
	}

}
