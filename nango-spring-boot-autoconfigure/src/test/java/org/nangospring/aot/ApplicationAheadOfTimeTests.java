package org.nangospring.aot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.jdbc.JdbcStreamStore;
import org.nangospring.webhook.WebhookSamples;
import org.nangospring.webhook.test.SignedWebhook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aot.AotDetector;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes a whole application as the plugins of Maven and Gradle do, without a key, and
 * runs it from what was written down.
 */
class ApplicationAheadOfTimeTests {

	private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

	/** What a configuration file of the application would hold. */
	private static final List<String> FILE = List.of("server.port=0", "server.address=127.0.0.1",
			"spring.main.banner-mode=off", "spring.docker.compose.enabled=false", "logging.level.root=warn",
			"spring.datasource.generate-unique-name=true", "nango.webhook.path=/hooks",
			"nango.secret-key=${KEY_OF_THE_START}", "nango.clients.staging.secret-key=${KEY_OF_STAGING}",
			"nango.webhook.signing-keys=" + WebhookSamples.KEY,
			"management.endpoints.web.exposure.include=health,nango,nangolisteners",
			"management.endpoint.health.show-components=always",
			"spring.autoconfigure.exclude=" + String.join(",",
					"org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration",
					SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
					SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
					SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
					SECURITY + "UserDetailsServiceAutoConfiguration"));

	@TempDir
	private Path directory;

	private Path classes;

	private Path resources;

	@BeforeEach
	void process() throws IOException {
		this.classes = this.directory.resolve("classes");
		this.resources = this.directory.resolve("resources");
		Path sources = this.directory.resolve("sources");
		AbstractAotProcessor.Settings settings = AbstractAotProcessor.Settings.builder()
			.sourceOutput(sources)
			.resourceOutput(this.resources)
			.classOutput(this.classes)
			.groupId("org.nangospring")
			.artifactId("test")
			.build();
		new SpringApplicationAotProcessor(AheadOfTimeApplication.class, settings, arguments(Map.of())).process();
		AheadOfTime.compile(sources, this.classes);
		// as if it were a property of the JVM that runs the application
		Files.writeString(this.classes.resolve("spring.properties"), "spring.aot.enabled=true");
	}

	@Test
	void itRunsFromWhatWasWrittenDownAndANativeImageWouldFindWhatItNeeds() throws Exception {
		try (RecordsServer server = new RecordsServer().connect("slack", "acme")) {
			server.fill("slack/acme/User", 0, 2);
			AheadOfTime.run(this.classes, Start.class, Map.of("nango.host", server.url(), "KEY_OF_THE_START",
					TestClients.KEY, "KEY_OF_STAGING", TestClients.KEY));
		}
		checkHints();
	}

	private void checkHints() throws IOException {
		try (Stream<Path> files = Files.walk(this.resources)) {
			Path metadata = files.filter((file) -> file.endsWith("reachability-metadata.json"))
				.findFirst()
				.orElseThrow();
			JsonNode reflection = JsonMapper.shared().readTree(Files.readAllBytes(metadata)).path("reflection");
			String root = "org.nangospring.";
			assertThat(methods(reflection, root + "aot.AheadOfTimeApplication$Users")).contains("changed", "connected");
			assertThat(methods(reflection, root + "aot.AheadOfTimeApplication$User")).contains("number");
			assertThat(methods(reflection, root + "client.connection.ConnectionSummaryData")).contains("connectionId");
			for (String properties : List.of("NangoProperties", "NangoWebhookProperties", "NangoRetryProperties",
					"NangoPoolProperties", "NangoHttpProxyProperties", "NangoListenersProperties",
					"NangoListenerRetryProperties", "NangoListenerOverrides", "NangoListenerJdbcProperties")) {
				assertThat(methods(reflection, root + "autoconfigure." + properties)).as(properties)
					.anyMatch((name) -> name.startsWith("set"));
			}
			assertThat(methods(reflection, root + "autoconfigure.endpoint.NangoEndpoint")).isNotEmpty();
			assertThat(methods(reflection, root + "autoconfigure.listener.NangoListenersEndpoint")).isNotEmpty();
		}
	}

	private static List<String> methods(JsonNode reflection, String type) {
		List<String> names = new ArrayList<>();
		for (JsonNode entry : reflection) {
			if (entry.path("type").asString("").equals(type)) {
				entry.path("methods").forEach((method) -> names.add(method.path("name").asString()));
			}
		}
		return names;
	}

	private static String[] arguments(Map<String, String> more) {
		return Stream
			.concat(FILE.stream(), more.entrySet().stream().map((entry) -> entry.getKey() + "=" + entry.getValue()))
			.map((property) -> "--" + property)
			.toArray(String[]::new);
	}

	/**
	 * Run with another class loader.
	 */
	public static class Start implements Consumer<Map<String, String>> {

		private final HttpClient http = HttpClient.newHttpClient();

		@Override
		public void accept(Map<String, String> properties) {
			SpringApplication application = new SpringApplication(AheadOfTimeApplication.class);
			application.setMainApplicationClass(AheadOfTimeApplication.class);
			try (ConfigurableApplicationContext context = application.run(arguments(properties))) {
				assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
				check(context);
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private void check(ConfigurableApplicationContext context) throws IOException, InterruptedException {
			AheadOfTimeApplication.Users users = context.getBean(AheadOfTimeApplication.Users.class);
			assertThat(AopUtils.isCglibProxy(users)).isTrue();
			assertThat(next(users)).isEqualTo("r0 User[number=0]");
			assertThat(next(users)).isEqualTo("r1 User[number=1]");
			assertThat(context.getBean(StreamStore.class)).isInstanceOf(JdbcStreamStore.class);
			assertThat(context.getBean(NangoClient.class).connections().list()).singleElement()
				.satisfies((connection) -> assertThat(connection.connectionId()).isEqualTo("acme"));
			assertThat(context.getBean("stagingNangoClient", NangoClient.class).name()).isEqualTo("staging");
			SignedWebhook webhook = SignedWebhook.of(WebhookSamples.KEY, WebhookSamples.CREATION);
			HttpRequest.Builder request = request(context, "/hooks")
				.POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()));
			webhook.headers().forEach((name, values) -> values.forEach((value) -> request.header(name, value)));
			assertThat(send(request).statusCode()).isEqualTo(200);
			assertThat(next(users)).isEqualTo("conn-1");
			assertThat(send(request(context, "/actuator/health")).body()).contains("\"nango\"", "\"nangoListeners\"");
			assertThat(send(request(context, "/actuator/nango")).body()).contains("staging")
				.doesNotContain(TestClients.KEY);
			assertThat(send(request(context, "/actuator/nangolisteners")).body()).contains("slack-User");
		}

		private static String next(AheadOfTimeApplication.Users users) throws InterruptedException {
			return users.seen().poll(60, TimeUnit.SECONDS);
		}

		private static HttpRequest.Builder request(ConfigurableApplicationContext context, String path) {
			int port = ((WebServerApplicationContext) context).getWebServer().getPort();
			return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
		}

		private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}

	}

}
