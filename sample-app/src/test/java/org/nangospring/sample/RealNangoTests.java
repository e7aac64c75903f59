package org.nangospring.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoTransportException;
import org.nangospring.sample.nango.EmbeddedNango;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * With a key the application talks to the Nango that the key belongs to. Here an
 * {@link EmbeddedNango} outside of the application plays that part.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealNangoTests {

	private static final String OTHER_KEY = "11111111-2222-4333-8444-555555555555";

	@Test
	void keyLeadsToTheNangoItBelongsTo(CapturedOutput output) {
		try (EmbeddedNango real = EmbeddedNango.start();
				ConfigurableApplicationContext context = start(real.host().toString(), real.secretKey())) {
			assertThat(context.getBeanNamesForType(EmbeddedNango.class)).isEmpty();
			assertThat(page(context)).contains("Connected to Nango", real.host().toString(), "acme-github")
				.doesNotContain("inside the application");
			assertThat(output).contains("Fetched from Nango:", "GithubIssue of acme-github: 40 records")
				.doesNotContain("NANGO_SECRET_KEY is not set");
		}
	}

	@Test
	void applicationStartsWhenNangoCannotBeReached(CapturedOutput output) {
		String host = "http://127.0.0.1:" + unusedPort();
		try (ConfigurableApplicationContext context = start(host, OTHER_KEY)) {
			assertThat(context.getBeanNamesForType(EmbeddedNango.class)).isEmpty();
			assertThat(output).contains("Nothing could be fetched at the start. Nango cannot be reached")
				.contains("The application runs all the same.");
			assertThat(page(context)).contains(host, "Nango cannot be reached", "NangoTransportException",
					"Check NANGO_HOST");
			assertThat(browser(context).get("/api/connections").status()).isEqualTo(502);
			assertThat(browser(context).get("/actuator/health").text("/components/nango/status")).isEqualTo("DOWN");
		}
	}

	@Test
	void wrongKeyIsAMessage(CapturedOutput output) {
		try (EmbeddedNango real = EmbeddedNango.start();
				ConfigurableApplicationContext context = start(real.host().toString(), OTHER_KEY)) {
			assertThat(output).contains("Nango does not accept the key");
			assertThat(page(context)).contains("Nango does not accept the key", "NangoAuthenticationException",
					"Check NANGO_SECRET_KEY");
			assertThat(browser(context).get("/api/integrations").text("/error"))
				.isEqualTo("NangoAuthenticationException");
			assertThat(output).doesNotContain(OTHER_KEY);
		}
	}

	@Test
	void closingTheApplicationClosesItsOwnNango() {
		EmbeddedNango own;
		try (ConfigurableApplicationContext context = start("", "")) {
			own = context.getBean(EmbeddedNango.class);
			assertThat(page(context)).contains(own.host().toString());
		}
		try (NangoClient client = NangoClient.builder()
			.host(own.host().toString())
			.secretKey(own.secretKey())
			.retry((retry) -> retry.maxAttempts(1))
			.build()) {
			assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> client.integrations().list())
				.extracting(NangoTransportException::reason)
				.isEqualTo(NangoTransportException.Reason.CONNECT);
		}
	}

	private static ConfigurableApplicationContext start(String host, String key) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(SampleApplication.class);
		return host.isEmpty() ? application.run("--server.port=0", "--nango.secret-key=" + key) : application.run(
				"--server.port=0", "--nango.secret-key=" + key, "--nango.host=" + host, "--nango.retry.max-attempts=1");
	}

	private static String page(ConfigurableApplicationContext context) {
		return browser(context).get("/").body();
	}

	private static Browser browser(ConfigurableApplicationContext context) {
		return new Browser(((WebServerApplicationContext) context).getWebServer().getPort());
	}

	private static int unusedPort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
