package org.nangospring.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the Nango inside the application, over its endpoint for webhooks, to the page.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class LiveWebhookTests {

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void pageShowsWhatHasComeIn() {
		assertThat(this.browser.get("/").body()).contains("None yet.").contains("Connect another account");
		assertThat(connect()).contains("A webhook tells the same");
		Awaitility.await().until(() -> this.browser.get("/api/webhooks").json().size() >= 2);
		assertThat(this.browser.get("/").body()).doesNotContain("None yet.").contains("The connection was made.");
	}

	@Test
	void openPageIsToldWhatComesIn() throws Exception {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.getOutputStream()
				.write("GET /api/webhooks/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			connect();
			CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> firstLineWith(socket, "data:"));
			assertThat(told.get(60, TimeUnit.SECONDS)).contains("\"type\":\"auth\"")
				.contains("\"text\":\"The connection was made.\"");
		}
	}

	@Test
	void webhookThatNangoHasNotSignedIsNotShown() {
		assertThat(this.browser.postJson("/webhooks/nango", "{'from':'nango','type':'auth'}").status()).isEqualTo(401);
		assertThat(this.browser.get("/api/webhooks").body()).isEqualTo("[]");
	}

	private String connect() {
		return this.browser.submit("/connections", Map.of("integration", "github", "connection", "acme-github")).body();
	}

	private static String firstLineWith(Socket socket, String start) {
		try {
			BufferedReader reader = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
			return reader.lines().filter((line) -> line.startsWith(start)).findFirst().orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
