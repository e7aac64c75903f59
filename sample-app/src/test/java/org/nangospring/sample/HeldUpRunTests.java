package org.nangospring.sample;

import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The clients of the resilience corner wait long enough here for a run to be looked at
 * while it is held up.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "nango.secret-key=",
		"nango.listeners.auto-startup=false", "sample.resilience.response-timeout=50s" })
class HeldUpRunTests {

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void holdUp() {
		this.browser = new Browser(this.port);
		assertThat(start().status()).isEqualTo(202);
		Awaitility.await().until(() -> run().path("carriedOut").asInt() == 1);
	}

	@AfterEach
	void reset() {
		this.browser.postJson("/api/resilience/reset", "");
		Awaitility.await().until(() -> !run().path("underWay").asBoolean());
	}

	@Test
	void attemptIsShownWhileItIsUnderWay() {
		JsonNode run = run();
		assertThat(run.path("underWay").asBoolean()).isTrue();
		assertThat(run.path("result").isNull()).isTrue();
		assertThat(run.path("attempts").size()).isEqualTo(1);
		assertThat(run.at("/attempts/0/took").isNull()).isTrue();
		assertThat(run.at("/attempts/0/result").isNull()).isTrue();
	}

	@Test
	void anotherRunIsRefusedUntilThisOneHasEnded() {
		Browser.Reply second = start();
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.text("/detail")).contains("Another run is under way");
		assertThat(second.text("/error")).isEqualTo("RunUnderWayException");
	}

	@Test
	void pageAsksForItAgainAndRefusesAnother() {
		String[] htmx = { "HX-Request", "true", "HX-Target", "run" };
		String tile = this.browser.get("/resilience", htmx).body();
		assertThat(tile).contains("hx-trigger=\"every 500ms\"", "under way", "Under way", "id=\"end-faults\"")
			.doesNotContain("hx-swap-oob", "role=\"alert\"");
		String refused = this.browser.post("/resilience/runs", Map.of("preset", "DOWN"), htmx).body();
		assertThat(refused).contains("role=\"alert\"", "Another run is under way", "every 500ms");
	}

	@Test
	void othersAreNotHeldUp() {
		assertThat(this.browser.get("/api/integrations").status()).isEqualTo(200);
	}

	@Test
	void runGoesOnWhenItsFaultsAreEnded() {
		this.browser.postJson("/api/resilience/reset", "");
		Awaitility.await().until(() -> !run().path("underWay").asBoolean());
		assertThat(run().path("result").asString()).startsWith("The call succeeded with 1 attempt,");
		assertThat(run().at("/attempts/0/result").asString()).isEqualTo("200 OK");
	}

	private Browser.Reply start() {
		return this.browser.postJson("/api/resilience/runs", "{'fault':'SLOW','call':'READ','times':1,'seconds':30}");
	}

	private JsonNode run() {
		return this.browser.get("/api/resilience").json().path("run");
	}

}
