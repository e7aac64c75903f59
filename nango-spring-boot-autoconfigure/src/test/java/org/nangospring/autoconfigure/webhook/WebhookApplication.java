package org.nangospring.autoconfigure.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import org.nangospring.client.TestClients;
import org.nangospring.webhook.AuthWebhook;
import org.nangospring.webhook.NangoWebhook;
import org.nangospring.webhook.WebhookSamples;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.context.annotation.Bean;

/**
 * A whole application with a server on a socket, and a sender of webhooks.
 */
final class WebhookApplication implements AutoCloseable {

	static final String PATH = "/webhooks/nango";

	private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

	private static final String TOMCAT = "org.springframework.boot.tomcat.autoconfigure.reactive."
			+ "TomcatReactiveWebServerAutoConfiguration";

	private static final String WITHOUT_SECURITY = String.join(",", TOMCAT,
			SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
			SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
			SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration",
			SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			SECURITY + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration",
			SECURITY + "UserDetailsServiceAutoConfiguration", SECURITY + "ReactiveUserDetailsServiceAutoConfiguration");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ConfigurableApplicationContext context;

	private WebhookApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static WebhookApplication start(ServerKind kind, String... properties) {
		return start(kind, WITHOUT_SECURITY, Application.class, properties);
	}

	static WebhookApplication startWith(ServerKind kind, Class<?> configuration, String... properties) {
		return start(kind, WITHOUT_SECURITY, configuration, properties);
	}

	static WebhookApplication startSecured(ServerKind kind, Class<?> security, String... properties) {
		return start(kind, TOMCAT, security, properties);
	}

	private static WebhookApplication start(ServerKind kind, String excluded, Class<?> source, String... properties) {
		return new WebhookApplication(new SpringApplicationBuilder(Application.class, source).web(kind.type())
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.reactor.netty.shutdown-quiet-period=0s", "spring.jmx.enabled=false",
					"nango.secret-key=" + TestClients.KEY, "nango.webhook.path=" + PATH,
					"nango.webhook.signing-keys=" + WebhookSamples.KEY, "spring.autoconfigure.exclude=" + excluded)
			.properties(properties)
			.run());
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	int port() {
		return ((WebServerApplicationContext) this.context).getWebServer().getPort();
	}

	Recorder recorder() {
		return this.context.getBean(Recorder.class);
	}

	HttpRequest.Builder request() {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + PATH));
	}

	HttpRequest.Builder signed(String body) {
		return signed(body, BodyPublishers.ofString(body));
	}

	HttpRequest.Builder signed(String body, BodyPublisher publisher) {
		return request().header("Content-Type", "application/json")
			.header("X-Nango-Hmac-Sha256", WebhookSamples.sign(WebhookSamples.KEY, WebhookSamples.bytes(body)))
			.POST(publisher);
	}

	/**
	 * Sends a webhook as Nango does.
	 */
	int deliver(String body) {
		return send(signed(body)).statusCode();
	}

	CompletableFuture<Integer> deliverLater(String body) {
		return this.client.sendAsync(signed(body).build(), BodyHandlers.discarding())
			.thenApply(HttpResponse::statusCode);
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
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
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Recorder recorder() {
			return new Recorder();
		}

	}

	/**
	 * The listeners of the application.
	 */
	static class Recorder {

		private final Queue<NangoWebhook> all = new ConcurrentLinkedQueue<>();

		private final Queue<AuthWebhook> auth = new ConcurrentLinkedQueue<>();

		private final Queue<String> threads = new ConcurrentLinkedQueue<>();

		private volatile Consumer<NangoWebhook> behaviour = (webhook) -> {
		};

		@EventListener
		void any(NangoWebhook webhook) {
			this.all.add(webhook);
			this.threads.add(Thread.currentThread().getName());
			this.behaviour.accept(webhook);
		}

		@EventListener
		void auth(AuthWebhook webhook) {
			this.auth.add(webhook);
		}

		void behave(Consumer<NangoWebhook> newBehaviour) {
			this.behaviour = newBehaviour;
		}

		List<String> bodies() {
			return this.all.stream().map(NangoWebhook::body).toList();
		}

		List<NangoWebhook> all() {
			return List.copyOf(this.all);
		}

		List<AuthWebhook> auth() {
			return List.copyOf(this.auth);
		}

		List<String> threads() {
			return List.copyOf(this.threads);
		}

		void clear() {
			this.all.clear();
			this.auth.clear();
			this.threads.clear();
			this.behaviour = (webhook) -> {
			};
		}

	}

}
