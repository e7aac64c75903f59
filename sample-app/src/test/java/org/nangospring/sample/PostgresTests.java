package org.nangospring.sample;

import java.io.IOException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The profile {@code postgres}, with a PostgreSQL whose binaries are Maven artifacts.
 * Where they do not run the test is skipped and says so, unless the environment says CI:
 * there it fails.
 */
class PostgresTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Test
	void dataAreKeptInPostgres() throws IOException {
		try (EmbeddedPostgres postgres = server();
				ConfigurableApplicationContext context = new SpringApplicationBuilder(SampleApplication.class)
					.profiles("postgres")
					.run("--server.port=0", "--nango.secret-key=",
							"--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"))) {
			Browser browser = new Browser(((WebServerApplicationContext) context).getWebServer().getPort());
			Awaitility.await()
				.atMost(PATIENCE)
				.untilAsserted(() -> assertThat(browser.get("/api/people").json()).hasSize(24));
			assertThat(browser.get("/api/accounts").json()).hasSize(2);
			assertThat(browser.get("/accounts").body()).contains("acme-slack");
		}
	}

	private static EmbeddedPostgres server() {
		try {
			return EmbeddedPostgres.start();
		}
		catch (Exception | LinkageError ex) {
			if (System.getenv("CI") != null) {
				throw new IllegalStateException("PostgreSQL does not start, and tests in CI must not do without", ex);
			}
			Assumptions.abort("No test with PostgreSQL, because it does not start here: " + ex);
			throw new IllegalStateException(ex);
		}
	}

}
