package org.nangospring.sample;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often a sync runs, changed on the page and as JSON.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@DirtiesContext
class SyncFrequencyTests {

	private static final String SYNCS = "/connections/github/acme-github/syncs";

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void frequencyIsChangedAndReset() {
		assertThat(change("every 6 hours")).contains("github-issues now runs every 6 hours.", "<dd>every 6 hours</dd>");
		assertThat(this.browser.get("/api" + SYNCS).text("/0/frequency")).isEqualTo("6 hours");
		assertThat(change("")).contains("github-issues now runs every hour.", "<dd>every hour</dd>");
	}

	@ParameterizedTest
	@CsvSource({ "now and then", "every 5 seconds" })
	void frequencyThatNangoRefusesIsAMessage(String frequency) {
		assertThat(change(frequency)).contains("NangoInvalidRequestException", "github-issues");
	}

	@Test
	void formWorksWithoutScripts() {
		assertThat(this.browser
			.submit(SYNCS + "/frequency", Map.of("sync", "github-issues", "frequency", "every 30 minutes"))
			.body()).startsWith("<!DOCTYPE html>").contains("github-issues now runs every 30 minutes.");
	}

	@Test
	void frequencyIsSetAsJson() {
		Browser.Reply reply = this.browser.putJson("/api" + SYNCS + "/github-issues/frequency",
				"{'frequency':'every day'}");
		assertThat(reply.text("/frequency")).isEqualTo("day");
		assertThat(this.browser.putJson("/api" + SYNCS + "/github-issues/frequency", "{'frequency':null}")
			.text("/frequency")).isEqualTo("every hour");
		assertThat(this.browser.putJson("/api" + SYNCS + "/nope/frequency", "{'frequency':'every day'}").status())
			.isEqualTo(404);
	}

	private String change(String frequency) {
		return this.browser
			.post(SYNCS + "/frequency", Map.of("sync", "github-issues", "frequency", frequency), "HX-Request", "true")
			.body();
	}

}
