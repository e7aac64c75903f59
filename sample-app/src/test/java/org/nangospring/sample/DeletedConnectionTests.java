package org.nangospring.sample;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.nangospring.client.NangoClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nango sends no webhook about a connection that somebody deletes in its dashboard.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "nango.secret-key=", "nango.listeners.poll-interval=1s" })
@DirtiesContext
class DeletedConnectionTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	private NangoClient nango;

	@LocalServerPort
	private int port;

	@Test
	void dataOfAConnectionThatWasDeletedElsewhereAreDeleted() {
		Browser browser = new Browser(this.port);
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(browser.get("/api/people").json()).hasSize(24));
		this.nango.connection("slack", "acme-slack").delete();
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(browser.get("/api/accounts").body()).doesNotContain("acme-slack"));
		assertThat(browser.get("/api/people").body()).isEqualTo("[]");
	}

}
