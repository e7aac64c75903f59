package org.nangospring.sample;

import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
 * What the view of files tells while a sync brings them.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@Import(MovableClock.class)
@DirtiesContext
class FileProgressTests {

	private static final String POLL = "hx-get=\"/files\" hx-trigger=\"every 1s\"";

	@LocalServerPort
	private int port;

	@Autowired
	private ManualClock clock;

	@Autowired
	private NangoClient nango;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void syncIsFollowedUntilItHasEnded() {
		this.nango.connections()
			.upsert("google-drive", NewCredentials.oauth2("fake-access-token.large.1"),
					(it) -> it.connectionId("big").tag("end_user_id", "user-ada"));
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.browser.get("/api/accounts").body().contains("\"big\""));
		assertThat(this.browser.get("/files").body()).contains("google-drive is syncing, 0 records so far",
				"<progress aria-label=\"Sync of big\">", POLL);
		this.clock.advance(Duration.ofSeconds(4));
		assertThat(progress()).startsWith("<div").contains("google-drive is syncing, 800 records so far", POLL);
		this.clock.advance(Duration.ofSeconds(12));
		assertThat(progress()).startsWith("<div").doesNotContain("<progress", "hx-get");
		String saved = this.browser
			.post("/files/folder", Map.of("integration", "google-drive", "connection", "big", "folder", "Reports"),
					"HX-Request", "true")
			.body();
		assertThat(saved).contains("The folder was saved.", "<progress", POLL);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.browser.get("/files").body()).contains("id=\"file-progress\"")
			.doesNotContain("is syncing", "every 1s");
	}

	private String progress() {
		return this.browser.get("/files", "HX-Request", "true", "HX-Target", "file-progress").body();
	}

}
