package org.nangospring.autoconfigure.listener;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.nangospring.client.ManualTiming;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.InMemoryStreamStore;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.StreamStore;
import org.nangospring.webhook.WebhookSamples;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * A whole application with listeners and a server on a socket, and somebody who sends it
 * webhooks and looks at its actuator.
 */
final class ListenerApplication implements AutoCloseable {

	private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

	private static final String EXCLUDED = String.join(",",
			"org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration",
			SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
			SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
			SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration",
			SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			SECURITY + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration",
			SECURITY + "UserDetailsServiceAutoConfiguration", SECURITY + "ReactiveUserDetailsServiceAutoConfiguration");

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	private ListenerApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static ListenerApplication start(WebApplicationType type, String nango) {
		ListenerApplication application = new ListenerApplication(new SpringApplicationBuilder(Application.class)
			.web(type)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.reactor.netty.shutdown-quiet-period=0s", "spring.jmx.enabled=false",
					"nango.secret-key=" + TestClients.KEY, "nango.host=" + nango, "nango.webhook.path=/hooks",
					"nango.webhook.signing-keys=" + WebhookSamples.KEY, "nango.listeners.batch-size=2",
					"nango.listeners.listener.more.auto-startup=false", "spring.autoconfigure.exclude=" + EXCLUDED,
					"management.endpoints.web.exposure.include=nangolisteners,health",
					"management.endpoint.health.show-details=always")
			.run());
		application.drain();
		return application;
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	void drain() {
		ListenerThreads.drain(this.context);
	}

	Users users() {
		return this.context.getBean(Users.class);
	}

	int webhook(String body) throws Exception {
		return send(request("/hooks").header("Content-Type", "application/json")
			.header("X-Nango-Hmac-Sha256", WebhookSamples.sign(WebhookSamples.KEY, WebhookSamples.bytes(body)))
			.POST(BodyPublishers.ofString(body))).statusCode();
	}

	JsonNode show(String listener) throws Exception {
		return json(get("nangolisteners/" + listener));
	}

	HttpResponse<String> get(String path) throws Exception {
		return send(request("/actuator/" + path));
	}

	HttpResponse<String> change(String listener, String body) throws Exception {
		return send(request("/actuator/nangolisteners/" + listener).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body)));
	}

	static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
	}

	@Override
	public void close() {
		this.context.close();
	}

	private HttpRequest.Builder request(String path) {
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(ListenerThreads.class)
	static class Application {

		@Bean
		Users users() {
			return new Users();
		}

		// on the clock of the test
		@Bean
		StreamStore store(ManualTiming timing) {
			return new InMemoryStreamStore(timing);
		}

	}

	static class Users implements DisposableBean {

		final List<String> ids = new CopyOnWriteArrayList<>();

		final List<String> reactive = new CopyOnWriteArrayList<>();

		volatile Consumer<String> behaviour = (id) -> {
		};

		volatile boolean destroyed;

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch) {
			batch.forEach((record) -> {
				this.behaviour.accept(record.id());
				this.ids.add(record.id());
			});
		}

		@NangoRecordListener(id = "more", integration = "slack", model = "User")
		Mono<Void> changed(NangoRecord<User> record) {
			return Mono.fromRunnable(() -> {
				if (record.id().equals("broken")) {
					throw new IllegalStateException("payload of " + record.id());
				}
				this.reactive.add(record.id());
			});
		}

		@Override
		public void destroy() {
			this.destroyed = true;
		}

	}

}
