package org.nangospring.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.NangoClient;
import org.nangospring.client.connection.NewCredentials;
import org.nangospring.sample.live.LiveEvent;
import org.nangospring.sample.live.LiveStream;

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

	@Autowired
	private LiveStream stream;

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
			BufferedReader stream = reader(socket);
			linesUntil(stream, "event:open");
			connect();
			assertThat(linesUntil(stream, "event:announce")).containsSubsequence("event:webhook", "data:github/visitor",
					"event:connection", "data:github/visitor");
		}
	}

	@Test
	void pageThatWasAwayIsToldToLookAtEverything() throws Exception {
		try (Socket socket = listen("/live?seen=0", "Last-Event-ID: 4711\r\n")) {
			assertThat(linesUntil(reader(socket), "event:files")).contains("event:webhook", "event:connection",
					"event:sync", "event:accounts", "event:people", "data:*");
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
			assertThat(linesUntil(reader(socket), "event:files")).contains("event:webhook", "event:sync", "data:*");
		}
	}

	@Test
	void openPageIsToldWhatIsChangedInTheApplication() throws Exception {
		String connection = "/connections/github/acme-github";
		try (Socket socket = listen("/live", "")) {
			BufferedReader stream = reader(socket);
			linesUntil(stream, "event:open");
			Map<String, String> sync = Map.of("sync", "github-issues");
			this.browser.post(connection + "/syncs", with(sync, "command", "PAUSE"));
			assertToldOf(stream, "sync");
			this.browser.post(connection + "/syncs/frequency", with(sync, "frequency", "every 6 hours"));
			assertToldOf(stream, "sync");
			Map<String, String> language = Map.of("key", "language", "value", "de");
			this.browser.post(connection + "/detail", with(language, "command", "SAVE"));
			assertToldOf(stream, "connection");
			this.browser.post(connection + "/detail", with(language, "command", "REMOVE"));
			assertToldOf(stream, "connection");
			this.browser.post("/resilience/outage", Map.of("fault", "UNAVAILABLE", "seconds", "0"));
			linesUntil(stream, "event:outage");
			assertThat(stream.readLine()).isEqualTo("data:*");
			this.browser.post("/resilience/reset", Map.of());
			linesUntil(stream, "event:outage");
			assertThat(stream.readLine()).isEqualTo("data:*");
		}
	}

	@Test
	void browserThatDoesNotReadKeepsNobodyWaitingAndMissesNothing() throws Exception {
		try (Socket socket = listen("/live", "")) {
			BufferedReader page = reader(socket);
			linesUntil(page, "event:open");
			// more in all than the buffers between hold, each fits into one of the
			// server's
			String much = "x".repeat(7_000);
			for (int i = 0; i < 3_000; i++) {
				this.stream.tell(LiveEvent.ANNOUNCE, much);
			}
			this.stream.tell(LiveEvent.ANNOUNCE, "end");
			assertThat(linesUntil(page, "data:end")).filteredOn((line) -> line.endsWith(much)).hasSize(3_000);
		}
	}

	@Test
	void webhookThatNangoHasNotSignedIsNotShown() {
		assertThat(this.browser.postJson("/webhooks/nango", "{'from':'nango','type':'auth'}").status()).isEqualTo(401);
		assertThat(this.browser.get("/api/webhooks").body()).isEqualTo("[]");
	}

	private static void assertToldOf(BufferedReader stream, String event) throws IOException {
		assertThat(linesUntil(stream, "data:github/acme-github")).contains("event:" + event);
	}

	private static Map<String, String> with(Map<String, String> form, String name, String value) {
		Map<String, String> all = new HashMap<>(form);
		all.put(name, value);
		return all;
	}

	private void connect() {
		this.nango.connections()
			.upsert("github", NewCredentials.oauth2("fake-access-token.visitor.1"),
					(connection) -> connection.connectionId("visitor"));
	}

	private Socket listen(String address, String headers) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.port);
		socket.setSoTimeout(60_000);
		socket.getOutputStream()
			.write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + headers
					+ "\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private static List<String> linesUntil(BufferedReader reader, String last) throws IOException {
		List<String> lines = new ArrayList<>();
		String line;
		while ((line = reader.readLine()) != null && !line.equals(last)) {
			lines.add(line);
		}
		return lines;
	}

	private static BufferedReader reader(Socket socket) throws IOException {
		return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
	}

}
