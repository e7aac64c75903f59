package org.nangospring.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nangospring.autoconfigure.NangoClientBuilderCustomizer;
import org.nangospring.autoconfigure.RecordListenerContainerCustomizer;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.TaskQueue;
import org.nangospring.test.NangoMock;
import org.nangospring.webhook.test.SignedWebhook;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A whole application with two clients, webhooks, a record listener and Prometheus, set
 * up as the guide says.
 */
final class MonitoredApplication implements AutoCloseable {

	private static final String HOOKS = "/hooks";

	private static final String TOMCAT = "org.springframework.boot.tomcat.autoconfigure.reactive."
			+ "TomcatReactiveWebServerAutoConfiguration";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final NangoMock mock = NangoMock.start();

	private final ConfigurableApplicationContext context;

	MonitoredApplication(String yaml) throws IOException {
		List<String> properties = new ArrayList<>(List.of("server.port=0", "server.address=127.0.0.1",
				"spring.main.banner-mode=off", "spring.jmx.enabled=false", "spring.autoconfigure.exclude=" + TOMCAT,
				"nango.host=" + this.mock.host(), "nango.secret-key=" + this.mock.secretKey(),
				"nango.clients.billing.secret-key=" + this.mock.secretKey(), "nango.webhook.path=" + HOOKS,
				"nango.webhook.signing-keys=" + this.mock.signingKey(), "nango.listeners.store=memory"));
		EnumerablePropertySource<?> guide = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
			.load("guide", new ByteArrayResource(yaml.getBytes()))
			.get(0);
		for (String name : guide.getPropertyNames()) {
			properties.add(name + "=" + guide.getProperty(name));
		}
		this.mock.connection("github", "c1")
			.records("Issue")
			.added(Map.of("id", "1", "number", 1), Map.of("id", "2", "number", "no number"));
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.properties(properties.toArray(String[]::new))
			.run();
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	/**
	 * Has everything happen that is counted.
	 */
	void use() {
		NangoClient nango = this.context.getBean("nangoClient", NangoClient.class);
		nango.integrations().list();
		this.mock.failNext(503);
		nango.connections().list();
		this.context.getBean("billingNangoClient", NangoClient.class).integrations().list();

		TaskQueue listeners = this.context.getBean(TaskQueue.class);
		listeners.drain();
		this.mock.failNext(503).always().onPath("/connections");
		this.context.getBean(ManualTiming.class).advance(Duration.ofMinutes(5));
		listeners.drain();

		SignedWebhook webhook = this.mock.webhook().connectionCreated("github", "c1").signed();
		HttpRequest.Builder signed = request(HOOKS).POST(BodyPublishers.ofByteArray(webhook.body()));
		webhook.headers().forEach((name, values) -> values.forEach((value) -> signed.header(name, value)));
		send(signed, 200);
		send(request(HOOKS).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")), 401);
	}

	String scrape() {
		return send(request("/actuator/prometheus"), 200);
	}

	private HttpRequest.Builder request(String path) {
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
	}

	private String send(HttpRequest.Builder request, int expected) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			if (response.statusCode() != expected) {
				throw new AssertionError(response + " instead of " + expected);
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		this.mock.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		ManualTiming timing() {
			return new ManualTiming();
		}

		@Bean
		TaskQueue tasks() {
			return new TaskQueue();
		}

		@Bean
		RecordListenerContainerCustomizer threadsOfTheTest(ManualTiming timing, TaskQueue tasks) {
			return (builder) -> builder.timing(timing).executor(tasks);
		}

		@Bean
		NangoClientBuilderCustomizer withoutWaiting() {
			return (builder) -> TestClients.timed(builder, new ManualTiming());
		}

		@Bean
		RecordErrorHandler skipping() {
			return RecordErrorHandler.skipping();
		}

		@Bean
		Issues issues() {
			return new Issues();
		}

		@Bean
		SecurityFilterChain open(HttpSecurity http) throws Exception {
			return http.csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	static class Issues {

		@NangoRecordListener(id = "issues", integration = "github", model = "Issue")
		void changed(NangoRecord<Issue> issue) {
			// being called is enough
		}

	}

	record Issue(int number) {
	}

}
