package org.nangospring.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Under which names the application answers.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@Import(MovableClock.class)
class LocalNameTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "GET /api/people, localhost, 200", "GET /api/people, 127.0.0.1, 200", "GET /api/people, [::1], 200",
			"GET /api/people, evil.example, 421", "GET /, 192.0.2.7, 421", "POST /resilience/outage, evil.example, 421",
			"GET /actuator/health, localhost.evil.example, 421", "POST /webhooks/nango, tunnel.example, 401" })
	void onlyNamesOfThisMachineAreAnswered(String request, String name, int status) throws IOException {
		assertThat(status(request, name)).startsWith("HTTP/1.1 " + status);
	}

	private String status(String request, String name) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			String head = request + " HTTP/1.1\r\nHost: " + name + ":" + this.port + "\r\nConnection: close\r\n"
					+ "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
			socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
			return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
				.readLine();
		}
	}

}
