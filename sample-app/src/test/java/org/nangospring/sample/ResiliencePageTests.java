package org.nangospring.sample;

import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.sample.nango.EmbeddedNango;
import org.nangospring.sample.resilience.Preset;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The view in which Nango is made to fail, as htmx and other browsers see it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "nango.secret-key=", "nango.retry.initial-backoff=1ms", "nango.health.cache-time-to-live=0",
				"nango.listeners.auto-startup=false", "sample.resilience.response-timeout=200ms" })
class ResiliencePageTests {

	private static final String[] RUN = { "HX-Request", "true", "HX-Target", "run" };

	private static final String[] OUTAGE = { "HX-Request", "true", "HX-Target", "outage" };

	private static final String POLL = "every 500ms";

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@AfterEach
	void reset() {
		this.browser.postJson("/api/resilience/reset", "");
		ended();
	}

	@Test
	void viewOffersExperimentsAndAnOutage() {
		String page = this.browser.get("/resilience").body();
		assertThat(page).contains("<html", "<title>Resilience · Nango for Spring</title>", "id=\"nav-resilience\"")
			.contains("id=\"preset-down\"", "id=\"preset-calm\"", "id=\"experiment-form\"", "id=\"outage-switch\"")
			.doesNotContain("style=", "onclick", "This is a real Nango");
		assertThat(this.browser.get("/resilience", "HX-Request", "true").body()).doesNotContain("<html")
			.contains("id=\"experiments\"");
	}

	@Test
	void runIsFollowedUntilItsEndIsSaid() {
		Browser.Reply started = this.browser.post("/resilience/runs", Map.of("preset", "DOWN"), RUN);
		assertThat(started.status()).isEqualTo(200);
		assertThat(started.body()).contains("503: Nango is down", "A read changes nothing")
			.containsPattern("hx-swap-oob=\"innerHTML:#announcer\">The (run has begun|call succeeded with)")
			.doesNotContain("<html", "class=\"said\"", "class=\"success\"");
		ended();
		Browser.Reply end = this.browser.get("/resilience", RUN);
		assertThat(end.body())
			.contains("succeeded", "Nango received <strong>3</strong>", "carried out <strong>1</strong>")
			.containsPattern("hx-swap-oob=\"innerHTML:#announcer\">The call succeeded with 3 attempts")
			.doesNotContain(POLL, "role=\"alert\"");
		assertThat(end.body().split("<th scope=\"row\">\\d</th>")).as("a row for each attempt").hasSize(4);
		assertThat(end.body()).containsPattern("Repeats</span>[^+]*<td class=\"number change\">\\+2</td>");
	}

	@Test
	void browserWithoutScriptsIsSentToTheViewWithTheRun() {
		Browser.Reply redirect = this.browser.post("/resilience/runs", Map.of("preset", "LOST_WRITE"));
		assertThat(redirect.status()).isEqualTo(302);
		assertThat(redirect.header("Location")).endsWith("/resilience#run");
		ended();
		String page = this.browser.get("/resilience").body();
		assertThat(page)
			.contains("Connection broken", "Gives up.", "NangoTransportException", "The connection to Nango broke",
					"Nango carried it out all the same", "look whether it was done before you send it again")
			.doesNotContain("hx-swap-oob");
	}

	@Test
	void experimentOfOnesOwnCanBeRun() {
		this.browser.post("/resilience/runs", Map.of("fault", "RATE_LIMITED", "call", "BURST", "times", "2", "always",
				"true", "seconds", "0", "calls", "2", "threads", "2"), RUN);
		ended();
		String tile = this.browser.get("/resilience", RUN).body();
		assertThat(tile).contains("2 calls from 2 threads", "0 of 2 calls succeeded, with 8 attempts",
				"Failed calls: too_many_request", "class=\"lanes\"", "<th scope=\"col\">Call</th>");
	}

	@Test
	void inputThatIsOutOfRangeIsAMessage() {
		String tile = this.browser.post("/resilience/runs", Map.of("fault", "SLOW", "seconds", "99"), RUN).body();
		assertThat(tile).contains("role=\"alert\"", "The number of seconds must be from 0 to 30, but it is 99.");
	}

	@ParameterizedTest
	@EnumSource(Preset.class)
	void everyPresetIsAnExperiment(Preset preset) {
		assertThat(preset.input().experiment().call()).isNotNull();
		assertThat(this.browser.get("/resilience").body()).contains("value=\"" + preset + "\"",
				preset.description().replace("'", "&#39;"));
	}

	@Test
	void outageIsStartedAndEndedInItsTile() {
		assertThat(this.browser.get("/resilience", OUTAGE).body()).contains("Start the outage", ">off<");
		String on = this.browser.post("/resilience/outage", Map.of("fault", "RATE_LIMITED", "seconds", "30"), OUTAGE)
			.body();
		assertThat(on).contains("End the outage", "429: too many calls", ", 30 s", ">on<");
		assertThat(this.browser.get("/api/integrations").status()).isEqualTo(429);
		Browser.Reply off = this.browser.post("/resilience/reset", Map.of(), OUTAGE);
		assertThat(off.body()).contains("All faults have ended.", "Start the outage");
		assertThat(off.header("HX-Trigger")).isEmpty();
		assertThat(this.browser.get("/api/integrations").status()).isEqualTo(200);
	}

	@Test
	void outageIsToldOfAboveEveryViewUntilItEnds() {
		String[] views = { "/", "/people", "/resilience", "/resilience/notice" };
		String notice = "An outage is on. Nango's calls fail until you end it. <a href=\"/resilience\">";
		this.browser.post("/resilience/outage", Map.of("fault", "UNAVAILABLE", "seconds", "0"));
		assertThat(views).allSatisfy((view) -> assertThat(this.browser.get(view).body()).containsOnlyOnce(notice));
		this.browser.post("/resilience/reset", Map.of());
		assertThat(views).allSatisfy((view) -> assertThat(this.browser.get(view).body()).doesNotContain(notice));
	}

	@Test
	void endingTheFaultsOfARunTellsTheOutageTile() {
		Browser.Reply reset = this.browser.post("/resilience/reset", Map.of(), RUN);
		assertThat(reset.header("HX-Trigger")).isEqualTo("faults");
		assertThat(reset.body()).contains("What happened");
	}

	@Test
	void realNangoCannotBeMadeToFail() {
		try (EmbeddedNango real = EmbeddedNango.start();
				ConfigurableApplicationContext context = new SpringApplicationBuilder(SampleApplication.class)
					.run("--server.port=0", "--nango.secret-key=" + real.secretKey(), "--nango.host=" + real.host())) {
			Browser other = new Browser(((WebServerApplicationContext) context).getWebServer().getPort());
			assertThat(other.get("/resilience").body()).contains("This is a real Nango", "NANGO_SECRET_KEY")
				.doesNotContain("id=\"experiments\"", "id=\"outage\"");
			assertThat(other.get("/api/resilience").json().path("available").asBoolean()).isFalse();
			Browser.Reply refused = other.postJson("/api/resilience/runs", "{}");
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.text("/detail")).contains("Only the Nango inside the application can be made to fail");
			assertThat(other.get("/monitoring").body()).contains("id=\"metric-calls\"");
		}
	}

	private void ended() {
		Awaitility.await()
			.until(() -> !this.browser.get("/api/resilience").json().at("/run/underWay").asBoolean(false));
	}

}
