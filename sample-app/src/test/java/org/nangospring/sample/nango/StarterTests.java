package org.nangospring.sample.nango;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoCredentialsException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.connection.ConnectionSummary;
import org.nangospring.client.connection.NangoConnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The Nango inside, called by the client of the starter, as anybody's tests can do it.
 */
class StarterTests {

	private final ManualClock clock = new ManualClock();

	private EmbeddedNango nango;

	private NangoClient client;

	@BeforeEach
	void start() {
		this.nango = EmbeddedNango.start(this.clock);
		this.client = NangoClient.builder().host(this.nango.host()).secretKey(this.nango.secretKey()).build();
	}

	@AfterEach
	void close() throws Exception {
		this.client.close();
		this.nango.close();
	}

	@Test
	void connectionsAreFoundByTheirTags() {
		assertThat(this.client.connections().list((query) -> query.tag("end_user_id", "user-ada")))
			.extracting(ConnectionSummary::connectionId)
			.containsExactly("acme-slack", "acme-github");
	}

	@Test
	void syncRunsAsTheClockMoves() {
		NangoConnection github = this.client.connection("github", "acme-github");
		assertThat(titles(github)).hasSize(40);
		github.syncs().triggerAll();
		assertThat(titles(github)).hasSize(40);
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(titles(github)).hasSize(41);
	}

	@Test
	void manyRecordsAreReadAsAStream() {
		assertThat(this.client.connection("hubspot", "acme-hubspot").records("Contact", Contact.class).stream().count())
			.isEqualTo(1_800);
	}

	@Test
	void sentMessageComesBackAsARecord() {
		NangoConnection slack = this.client.connection("slack", "acme-slack");
		slack.actions().trigger("send-message", Map.of("channel", "general", "text", "Hello"), Sent.class);
		slack.syncs().triggerAll();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(slack.records("SlackMessage", Sent.class).stream().map((row) -> row.data()))
			.contains(new Sent("Hello"));
	}

	@Test
	void credentialsThatNoLongerWorkAreOfTheirOwnType() {
		NangoConnection revoked = this.client.connection("slack", "globex-slack-revoked");
		for (int attempt = 0; attempt < 2; attempt++) {
			assertThatExceptionOfType(NangoCredentialsException.class).isThrownBy(revoked::get);
		}
		assertThat(this.client.connectSessions().reconnect("slack", "globex-slack-revoked").connectLink())
			.startsWith(this.nango.host() + "/");
	}

	@Test
	void deletedConnectionIsNotFound() {
		NangoConnection notion = this.client.connection("notion", "acme-notion");
		notion.delete();
		assertThatExceptionOfType(NangoNotFoundException.class).isThrownBy(notion::get);
		assertThatExceptionOfType(NangoNotFoundException.class).isThrownBy(notion::delete);
	}

	private static List<@Nullable Issue> titles(NangoConnection github) {
		return github.records("GithubIssue", Issue.class)
			.stream()
			.filter((row) -> !row.isDeleted())
			.<@Nullable Issue>map((row) -> row.data())
			.toList();
	}

	private record Issue(String title) {

	}

	private record Contact(String email) {

	}

	private record Sent(@Nullable String text) {

	}

}
