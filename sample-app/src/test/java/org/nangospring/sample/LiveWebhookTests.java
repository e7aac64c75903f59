package org.nangospring.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.NangoClient;
import org.nangospring.client.connection.NewCredentials;

import org.springframework.beans.factory.annotation.Autowired;
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

	@Autowired
	private NangoClient nango;

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void pageShowsWhatHasComeIn() {
		assertThat(this.browser.get("/webhooks").body()).contains("None yet.");
		connect();
		Awaitility.await().until(() -> this.browser.get("/api/webhooks").json().size() >= 2);
		assertThat(this.browser.get("/webhooks", "HX-Request", "true", "HX-Target", "webhooks").body())
			.contains("The connection was made.", "href=\"/connections/github/visitor\"")
			.doesNotContain("None yet.", "<h1");
	}

	@Test
	void openPageIsToldWhatComesIn() throws Exception {
		try (Socket socket = listen("/live", "")) {
			CompletableFuture<List<String>> told = CompletableFuture
				.supplyAsync(() -> linesUntil(socket, "event:announce"));
			connect();
			assertThat(told.get(60, TimeUnit.SECONDS)).containsSubsequence("event:open", "event:webhook",
					"data:github/visitor", "event:connection", "data:github/visitor");
		}
	}

	@Test
	void pageThatWasAwayIsToldToLookAtEverything() throws Exception {
		try (Socket socket = listen("/live?seen=0", "Last-Event-ID: 4711\r\n")) {
			CompletableFuture<List<String>> told = CompletableFuture
				.supplyAsync(() -> linesUntil(socket, "event:files"));
			assertThat(told.get(60, TimeUnit.SECONDS)).contains("event:webhook", "event:connection", "event:sync",
					"event:accounts", "event:people", "data:*");
		}
	}

	@Test
	void pageIsToldToLookAtEverythingWhenSomethingHappenedWhileItWasMade() throws Exception {
		String page = this.browser.get("/webhooks").body();
		Matcher address = Pattern.compile("sse-connect=\"(/live\\?seen=\\d+)\"").matcher(page);
		assertThat(address.find()).isTrue();
		connect();
		Awaitility.await().until(() -> this.browser.get("/api/webhooks").json().size() >= 2);
		try (Socket socket = listen(address.group(1), "")) {
			CompletableFuture<List<String>> told = CompletableFuture
				.supplyAsync(() -> linesUntil(socket, "event:files"));
			assertThat(told.get(60, TimeUnit.SECONDS)).contains("event:webhook", "event:sync", "data:*");
		}
	}

	@Test
	void webhookThatNangoHasNotSignedIsNotShown() {
		assertThat(this.browser.postJson("/webhooks/nango", "{'from':'nango','type':'auth'}").status()).isEqualTo(401);
		assertThat(this.browser.get("/api/webhooks").body()).isEqualTo("[]");
	}

	private void connect() {
		this.nango.connections()
			.upsert("github", NewCredentials.oauth2("fake-access-token.visitor.1"),
					(connection) -> connection.connectionId("visitor"));
	}

	private Socket listen(String address, String headers) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.port);
		socket.getOutputStream()
			.write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + headers
					+ "\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static List<String> linesUntil(Socket socket, String last) {
		List<String> lines = new ArrayList<>();
		try {
			BufferedReader reader = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
			String line;
			while ((line = reader.readLine()) != null && !line.equals(last)) {
				lines.add(line);
			}
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
