package org.nangospring.sample;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.sample.nango.ManualClock;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health and metrics as the application itself shows them.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "nango.secret-key=", "nango.retry.initial-backoff=1ms", "nango.health.cache-time-to-live=0",
				"nango.listeners.auto-startup=false" })
@Import(MovableClock.class)
class MonitoringTileTests {

	@Autowired
	private ManualClock clock;

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void healthTellsOfNangoFirst() {
		JsonNode health = view().path("health");
		assertThat(health.valueStream().map((it) -> it.path("label").asString())).containsExactly("Nango",
				"Record listeners", "Database");
		assertThat(health.valueStream().map((it) -> it.path("status").asString())).containsOnly("UP");
		assertThat(health.at("/0/details/key").asString()).isEqualTo("valid");
		assertThat(health.at("/0/details/host").asString()).startsWith("http://127.0.0.1:");
		assertThat(health.at("/0/details/rateLimit.limit").asString()).isEqualTo("1000");
	}

	@Test
	void outageIsSeenInHealthAndNumbers() {
		long retries = Long.parseLong(tile("retries").path("value").asString());
		this.browser.postJson("/api/resilience/outage", "{'fault':'UNAVAILABLE'}");
		assertThat(this.browser.get("/api/integrations").status()).isEqualTo(502);
		JsonNode nango = view().at("/health/0");
		assertThat(nango.path("status").asString()).isEqualTo("DOWN");
		assertThat(nango.at("/details/key").asString()).isEqualTo("unknown");
		assertThat(tile("errors").path("note").asString()).contains("503 ");
		assertThat(Long.parseLong(tile("retries").path("value").asString())).isGreaterThanOrEqualTo(retries + 3);
		assertThat(tile("retries").path("note").asString()).contains("server_error ");
		this.browser.postJson("/api/resilience/reset", "");
		assertThat(view().at("/health/0/status").asString()).isEqualTo("UP");
	}

	@Test
	void callsAreCounted() {
		long before = Long.parseLong(tile("calls").path("value").asString());
		this.browser.get("/api/integrations");
		assertThat(Long.parseLong(tile("calls").path("value").asString())).isGreaterThan(before);
		assertThat(tile("time").path("value").asString()).matches("[\\d.]+ m?s");
	}

	@Test
	void whatIsLeftIsShown() {
		assertThat(tile("rate-limit").path("note").asString()).startsWith("of 1000 calls");
		assertThat(tile("rate-limit").at("/bar/most").asDouble()).isEqualTo(1000);
		assertThat(tile("budget").path("note").asString()).isEqualTo("of 50 repeats.");
		assertThat(tile("budget").at("/bar/left").asDouble()).isBetween(1.0, 50.0);
		assertThat(tile("connections").path("note").asString()).contains("There may be 64.");
	}

	@Test
	void everyTileLeadsToTheActuator() {
		JsonNode tiles = view().path("tiles");
		assertThat(tiles.size()).isEqualTo(10);
		for (JsonNode tile : tiles) {
			String address = tile.path("address").asString();
			assertThat(this.browser.get(address).status()).as(address).isEqualTo(200);
		}
	}

	@Test
	void callsPerSecondAreRemembered() {
		view();
		this.clock.advance(Duration.ofSeconds(2));
		JsonNode rates = view().at("/calls/rates");
		assertThat(rates.get(rates.size() - 1).path("perSecond").asDouble()).isPositive();
	}

	@Test
	void viewShowsTheSame() {
		String page = this.browser.get("/monitoring").body();
		assertThat(page).contains("<html", "<title>Monitoring · Nango for Spring</title>", "id=\"nav-monitoring\"")
			.contains("id=\"health-nango\"", "id=\"metric-calls\"", "id=\"metric-webhooks\"", "hx-trigger=\"every 3s\"")
			.contains("aria-label=\"Rate limit left\"", "All is well", "href=\"/monitoring?live=false\"")
			.doesNotContain("style=");
	}

	@Test
	void tileUpdatesItselfUnlessItIsStopped() {
		String[] htmx = { "HX-Request", "true", "HX-Target", "monitoring" };
		assertThat(this.browser.get("/monitoring", htmx).body()).doesNotContain("<html")
			.contains("every 3s", "Stop updating");
		assertThat(this.browser.get("/monitoring?live=false", htmx).body()).doesNotContain("every 3s\"")
			.contains("Update every 3 s");
	}

	@Test
	void lineOfCallsIsDescribed() {
		for (int i = 0; i < 3; i++) {
			view();
			this.clock.advance(Duration.ofSeconds(2));
		}
		assertThat(this.browser.get("/monitoring").body()).containsPattern("<polyline points=\"[\\d., ]+\"")
			.contains("Calls per second in the last two minutes");
	}

	private JsonNode tile(String id) {
		return view().path("tiles")
			.valueStream()
			.filter((tile) -> tile.path("id").asString().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode view() {
		return this.browser.get("/api/monitoring").json();
	}

}
