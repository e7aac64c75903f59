package org.nangospring.autoconfigure.listener;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.InMemoryStreamStore;
import org.nangospring.listener.ListenerFixture;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordListenerContainer;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.RecordsServer;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole application with a server on a socket: changes, webhooks and people at the
 * actuator.
 */
class RecordListenerApplicationTests {

	private static final String SLACK = "slack/acme/User";

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

	private RecordsServer server;

	private ConfigurableApplicationContext context;

	@BeforeEach
	void start() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill(SLACK, 0, 3);
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.jmx.enabled=false", "nango.secret-key=" + TestClients.KEY,
					"nango.host=" + this.server.url(), "nango.webhook.path=/hooks",
					"nango.webhook.signing-keys=" + WebhookSamples.KEY, "nango.listeners.batch-size=2",
					"nango.listeners.listener.more.auto-startup=false", "spring.autoconfigure.exclude=" + EXCLUDED,
					"management.endpoints.web.exposure.include=nangolisteners,health",
					"management.endpoint.health.show-details=always")
			.run();
		ListenerThreads.drain(this.context);
	}

	@AfterEach
	void stop() throws Exception {
		this.context.close();
		this.server.close();
	}

	@Test
	void whatIsThereAtTheStartArrives() {
		assertThat(users().ids).containsExactly("r0", "r1", "r2");
	}

	@Test
	void aChangeArrivesByAWebhookThroughTheEndpoint() throws Exception {
		this.server.put(SLACK, "new", "");
		assertThat(webhook(ListenerFixture.syncWebhook("acme", "User", "base"))).isEqualTo(200);
		ListenerThreads.drain(this.context);
		assertThat(users().ids).containsExactly("r0", "r1", "r2", "new");
	}

	@Test
	void aNewConnectionJoinsByAWebhookThroughTheEndpoint() throws Exception {
		this.server.connect("slack", "second").put("slack/second/User", "other", "");
		assertThat(webhook(ListenerFixture.creation("second"))).isEqualTo(200);
		ListenerThreads.drain(this.context);
		assertThat(users().ids).containsExactly("r0", "r1", "r2", "other");
	}

	@Test
	void aWebhookThatIsLostIsMadeGoodByTheSchedule() {
		this.server.put(SLACK, "late", "");
		ManualTiming timing = this.context.getBean(ManualTiming.class);
		timing.advance(Duration.ofMinutes(4));
		ListenerThreads.drain(this.context);
		assertThat(users().ids).doesNotContain("late");
		timing.advance(Duration.ofMinutes(1));
		ListenerThreads.drain(this.context);
		assertThat(users().ids).containsExactly("r0", "r1", "r2", "late");
	}

	@Test
	void aReactiveListenerIsWaitedForAndItsFailureCounts() throws Exception {
		assertThat(users().reactive).isEmpty();
		assertThat(change("more", "{\"action\":\"start\"}").statusCode()).isEqualTo(200);
		ListenerThreads.drain(this.context);
		assertThat(users().reactive).containsExactly("r0", "r1", "r2");
		this.server.put(SLACK, "broken", "");
		webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		ListenerThreads.drain(this.context);
		JsonNode stream = show("more").path("streams").path(0);
		assertThat(stream.path("state").asString()).isEqualTo("stopped");
		assertThat(stream.path("failure").path("recordId").asString()).isEqualTo("broken");
		assertThat(stream.toString()).doesNotContain("payload of broken");
	}

	@Test
	void theEndpointShowsListenersAndPositions() throws Exception {
		JsonNode all = json(get("nangolisteners"));
		assertThat(all.path("listeners").findValuesAsString("id")).containsExactly("more", "slack-User");
		assertThat(all.path("listeners").path(1).path("running").asBoolean()).isTrue();
		assertThat(all.path("listeners").path(0).path("running").asBoolean()).isFalse();
		JsonNode stream = show("slack-User").path("streams").path(0);
		assertThat(stream.path("connection").asString()).isEqualTo("acme");
		assertThat(stream.path("cursor").asString()).isEqualTo("c3");
		assertThat(stream.path("records").asInt()).isEqualTo(3);
		assertThat(stream.path("state").asString()).isEqualTo("active");
		assertThat(stream.path("activity").asString()).isEqualTo("idle");
		assertThat(stream.path("caughtUp").asBoolean()).isTrue();
		assertThat(get("nangolisteners/nonesuch").statusCode()).isEqualTo(404);
	}

	@Test
	void theEndpointRewindsAndRereads() throws Exception {
		assertThat(
				change("slack-User", "{\"action\":\"rewind\",\"connection\":\"acme\",\"cursor\":\"c2\"}").statusCode())
			.isEqualTo(200);
		ListenerThreads.drain(this.context);
		assertThat(users().ids).containsExactly("r0", "r1", "r2", "r2");
		assertThat(change("slack-User", "{\"action\":\"reread\",\"connection\":\"acme\"}").statusCode()).isEqualTo(200);
		ListenerThreads.drain(this.context);
		assertThat(users().ids).hasSize(7).endsWith("r0", "r1", "r2");
	}

	@Test
	void theEndpointResumesWhatWasStoppedAndHealthFollows() throws Exception {
		users().behaviour = (id) -> {
			throw new IllegalStateException("payload of " + id);
		};
		this.server.put(SLACK, "bad", "");
		webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		ListenerThreads.drain(this.context);
		HttpResponse<String> health = get("health");
		assertThat(health.statusCode()).isEqualTo(503);
		assertThat(json(health).path("components").path("nangoListeners").path("status").asString()).isEqualTo("DOWN");
		assertThat(health.body()).contains("slack-User[slack/acme/User]").doesNotContain("payload of");
		assertThat(show("slack-User").toString()).contains("\"stopped\"").doesNotContain("payload of");
		users().behaviour = (id) -> {
		};
		HttpResponse<String> resumed = change("slack-User", "{\"action\":\"resume\"}");
		assertThat(json(resumed).path("streams").size()).isEqualTo(1);
		ListenerThreads.drain(this.context);
		assertThat(users().ids).endsWith("bad");
		assertThat(json(get("health")).path("components").path("nangoListeners").path("status").asString())
			.isEqualTo("UP");
	}

	@Test
	void theEndpointStopsAListenerInThisInstance() throws Exception {
		assertThat(change("slack-User", "{\"action\":\"stop\"}").statusCode()).isEqualTo(200);
		this.server.put(SLACK, "new", "");
		webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		ListenerThreads.drain(this.context);
		assertThat(users().ids).doesNotContain("new");
		change("slack-User", "{\"action\":\"start\"}");
		webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		ListenerThreads.drain(this.context);
		assertThat(users().ids).endsWith("new");
	}

	@Test
	void theEndpointRefusesWhatMakesNoSense() throws Exception {
		for (String body : List.of("{}", "{\"action\":\"dance\"}", "{\"action\":\"rewind\",\"connection\":\"acme\"}",
				"{\"action\":\"reread\"}", "{\"action\":\"reread\",\"connection\":\"nonesuch\"}",
				"{\"action\":\"stop\",\"connection\":\"acme\"}", "{\"action\":\"resume\",\"cursor\":\"c1\"}")) {
			assertThat(change("slack-User", body).statusCode()).as(body).isEqualTo(400);
		}
		assertThat(change("nonesuch", "{\"action\":\"stop\"}").statusCode()).isEqualTo(400);
	}

	@Test
	void theEndOfTheApplicationFinishesTheBatchInHand() throws Exception {
		StreamStore store = this.context.getBean(StreamStore.class);
		RecordListenerContainer container = this.context.getBean(RecordListenerContainer.class);
		Users users = users();
		Thread end = new Thread(this.context::close);
		users.behaviour = (id) -> {
			if (id.equals("r3")) {
				end.start();
				while (container.isRunning()) {
					Thread.onSpinWait();
				}
				assertThat(users.destroyed).isFalse();
			}
		};
		this.server.fill(SLACK, 3, 8);
		webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		ListenerThreads.drain(this.context);
		end.join(Duration.ofSeconds(60).toMillis());
		assertThat(end.isAlive()).isFalse();
		assertThat(users.destroyed).isTrue();
		assertThat(users.ids).endsWith("r3", "r4").hasSize(5);
		assertThat(store.find(new RecordStreamId("slack-User", "slack", "acme", "User", null)).cursor())
			.isEqualTo("c5");
	}

	private Users users() {
		return this.context.getBean(Users.class);
	}

	private int webhook(String body) throws Exception {
		return send(request("/hooks").header("Content-Type", "application/json")
			.header("X-Nango-Hmac-Sha256", WebhookSamples.sign(WebhookSamples.KEY, WebhookSamples.bytes(body)))
			.POST(BodyPublishers.ofString(body))).statusCode();
	}

	private JsonNode show(String listener) throws Exception {
		return json(get("nangolisteners/" + listener));
	}

	private HttpResponse<String> get(String path) throws Exception {
		return send(request("/actuator/" + path));
	}

	private HttpResponse<String> change(String listener, String body) throws Exception {
		return send(request("/actuator/nangolisteners/" + listener).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body)));
	}

	private static JsonNode json(HttpResponse<String> response) {
		return JsonMapper.shared().readTree(response.body());
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
