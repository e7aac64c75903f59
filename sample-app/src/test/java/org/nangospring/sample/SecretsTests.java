package org.nangospring.sample;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nangospring.client.NangoClient;
import org.nangospring.client.connection.Connection;
import org.nangospring.sample.nango.EmbeddedNango;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uses everything with everything logged, and then looks for what must not be there.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {

	private static final String ACME = "/api/connections/github/acme-github";

	@Test
	void noSecretIsShownOrLogged(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start()) {
			Browser browser = new Browser(((WebServerApplicationContext) context).getWebServer().getPort());
			useEverything(browser);
			Connection connection = context.getBean(NangoClient.class).connection("github", "acme-github").get();
			String token = connection.credentials().token();
			assertThat(token).startsWith("fake-access-token");
			String shown = String.join("\n", browser.seen()) + output.getAll();
			assertThat(shown).contains("acme-github", "OAUTH2", "integrations.list", "DEBUG");
			assertThat(shown).doesNotContain(context.getBean(EmbeddedNango.class).secretKey());
			assertThat(shown).doesNotContain(context.getBean(EmbeddedNango.class).signingKey());
			assertThat(shown).doesNotContain(token);
			assertThat(shown).doesNotContain("fake-access-token", "fake-refresh-token", "fake-api-key",
					"fake-client-secret");
		}
	}

	private static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(SampleApplication.class).run("--server.port=0", "--nango.secret-key=",
				"--logging.level.root=DEBUG", "--logging.level.org.nangospring=TRACE",
				"--logging.level.org.springframework.web=TRACE");
	}

	private static void useEverything(Browser browser) {
		for (String connection : new String[] { "github/acme-github", "github/globex-github", "slack/acme-slack",
				"slack/globex-slack-revoked", "notion/acme-notion", "github/nope" }) {
			browser.get("/connections/" + connection);
			for (String tile : new String[] { "", "/detail", "/syncs", "/records", "/actions", "/proxy" }) {
				browser.get("/connections/" + connection + tile, "HX-Request", "true");
			}
			browser.get("/api/connections/" + connection);
			browser.get("/api/connections/" + connection + "/syncs");
			browser.get("/api/integrations/" + connection.split("/")[0] + "/functions");
			browser.postJson("/api/connections/" + connection + "/proxy", "{'method':'GET','endpoint':'/headers'}");
		}
		browser.get("/api/integrations");
		browser.get("/api/connections");
		browser.get(ACME + "/records?model=GithubIssue");
		browser.postJson(ACME + "/actions/whoami", "{}");
		browser.postJson(ACME + "/actions/add-numbers", "{}");
		browser.submit("/connections/github/acme-github/actions", Map.of("action", "whoami", "input", ""));
		browser.get("/api/webhooks");
		for (String page : new String[] { "accounts", "people", "files", "connections", "webhooks" }) {
			browser.get("/" + page);
			browser.get("/api/" + page);
		}
		browser.submit("/connections/github/acme-github/proxy",
				Map.of("method", "GET", "endpoint", "/user", "body", ""));
		browser.get("/resilience");
		browser.submit("/resilience/runs", Map.of("preset", "LOST_WRITE"));
		browser.get("/api/resilience");
		browser.get("/monitoring");
		browser.get("/api/monitoring");
		for (String path : new String[] { "health", "info", "metrics", "metrics/nango.client", "nango" }) {
			browser.get("/actuator/" + path);
		}
	}

}
