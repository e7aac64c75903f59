package org.nangospring.sample;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@Import(MovableClock.class)
class MonitoringTests {

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void healthShowsNango() {
		Browser.Reply health = this.browser.get("/actuator/health");
		assertThat(health.text("/status")).isEqualTo("UP");
		assertThat(health.text("/components/nango/status")).isEqualTo("UP");
	}

	@Test
	void callsAreCounted() {
		this.browser.get("/api/integrations");
		Browser.Reply calls = this.browser.get("/actuator/metrics/nango.client");
		assertThat(calls.status()).isEqualTo(200);
		assertThat(calls.body()).contains("integrations.list", "github");
	}

	@Test
	void sampleIntroducesItself() {
		assertThat(this.browser.get("/actuator/info").text("/app/name")).contains("sample");
	}

	@Test
	void nothingElseIsExposed() {
		assertThat(this.browser.get("/actuator/env").status()).isEqualTo(404);
		assertThat(this.browser.get("/actuator/configprops").status()).isEqualTo(404);
	}

}
