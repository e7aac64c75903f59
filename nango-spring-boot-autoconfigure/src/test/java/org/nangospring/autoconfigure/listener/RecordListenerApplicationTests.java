package org.nangospring.autoconfigure.listener;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.listener.ListenerFixture;
import org.nangospring.listener.RecordListenerContainer;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamStore;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.autoconfigure.listener.ListenerApplication.json;

/**
 * A whole application with a server on a socket: changes, webhooks and people at the
 * actuator.
 */
class RecordListenerApplicationTests {

	private static final String SLACK = "slack/acme/User";

	private RecordsServer server;

	private ListenerApplication application;

	@BeforeEach
	void start() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill(SLACK, 0, 3);
		this.application = ListenerApplication.start(WebApplicationType.SERVLET, this.server.url());
	}

	@AfterEach
	void stop() throws Exception {
		this.application.close();
		this.server.close();
	}

	@Test
	void whatIsThereAtTheStartArrives() {
		assertThat(users().ids).containsExactly("r0", "r1", "r2");
	}

	@Test
	void aChangeArrivesByAWebhookThroughTheEndpoint() throws Exception {
		this.server.put(SLACK, "new", "");
		assertThat(this.application.webhook(ListenerFixture.syncWebhook("acme", "User", "base"))).isEqualTo(200);
		this.application.drain();
		assertThat(users().ids).containsExactly("r0", "r1", "r2", "new");
	}

	@Test
	void aNewConnectionJoinsByAWebhookThroughTheEndpoint() throws Exception {
		this.server.connect("slack", "second").put("slack/second/User", "other", "");
		assertThat(this.application.webhook(ListenerFixture.creation("second"))).isEqualTo(200);
		this.application.drain();
		assertThat(users().ids).containsExactly("r0", "r1", "r2", "other");
	}

	@Test
	void aWebhookThatIsLostIsMadeGoodByTheSchedule() {
		this.server.put(SLACK, "late", "");
		ManualTiming timing = this.application.context().getBean(ManualTiming.class);
		timing.advance(Duration.ofMinutes(4));
		this.application.drain();
		assertThat(users().ids).doesNotContain("late");
		timing.advance(Duration.ofMinutes(1));
		this.application.drain();
		assertThat(users().ids).containsExactly("r0", "r1", "r2", "late");
	}

	@Test
	void aReactiveListenerIsWaitedForAndItsFailureCounts() throws Exception {
		assertThat(users().reactive).isEmpty();
		assertThat(this.application.change("more", "{\"action\":\"start\"}").statusCode()).isEqualTo(200);
		this.application.drain();
		assertThat(users().reactive).containsExactly("r0", "r1", "r2");
		this.server.put(SLACK, "broken", "");
		this.application.webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		this.application.drain();
		JsonNode stream = this.application.show("more").path("streams").path(0);
		assertThat(stream.path("state").asString()).isEqualTo("stopped");
		assertThat(stream.path("failure").path("recordId").asString()).isEqualTo("broken");
		assertThat(stream.toString()).doesNotContain("payload of broken");
	}

	@Test
	void theEndpointShowsListenersAndPositions() throws Exception {
		JsonNode all = json(this.application.get("nangolisteners"));
		assertThat(all.path("listeners").findValuesAsString("id")).containsExactly("more", "slack-User");
		assertThat(all.path("listeners").path(1).path("running").asBoolean()).isTrue();
		assertThat(all.path("listeners").path(0).path("running").asBoolean()).isFalse();
		JsonNode stream = this.application.show("slack-User").path("streams").path(0);
		assertThat(stream.path("connection").asString()).isEqualTo("acme");
		assertThat(stream.path("cursor").asString()).isEqualTo("c3");
		assertThat(stream.path("records").asInt()).isEqualTo(3);
		assertThat(stream.path("state").asString()).isEqualTo("active");
		assertThat(stream.path("activity").asString()).isEqualTo("idle");
		assertThat(stream.path("caughtUp").asBoolean()).isTrue();
		assertThat(this.application.get("nangolisteners/nonesuch").statusCode()).isEqualTo(404);
	}

	@Test
	void theEndpointRewindsAndRereads() throws Exception {
		assertThat(this.application
			.change("slack-User", "{\"action\":\"rewind\",\"connection\":\"acme\",\"cursor\":\"c2\"}")
			.statusCode()).isEqualTo(200);
		this.application.drain();
		assertThat(users().ids).containsExactly("r0", "r1", "r2", "r2");
		assertThat(
				this.application.change("slack-User", "{\"action\":\"reread\",\"connection\":\"acme\"}").statusCode())
			.isEqualTo(200);
		this.application.drain();
		assertThat(users().ids).hasSize(7).endsWith("r0", "r1", "r2");
	}

	@Test
	void theEndpointResumesWhatWasStoppedAndHealthFollows() throws Exception {
		users().behaviour = (id) -> {
			throw new IllegalStateException("payload of " + id);
		};
		this.server.put(SLACK, "bad", "");
		this.application.webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		this.application.drain();
		HttpResponse<String> health = this.application.get("health");
		assertThat(health.statusCode()).isEqualTo(503);
		assertThat(json(health).path("components").path("nangoListeners").path("status").asString()).isEqualTo("DOWN");
		assertThat(health.body()).contains("slack-User[slack/acme/User]").doesNotContain("payload of");
		assertThat(this.application.show("slack-User").toString()).contains("\"stopped\"").doesNotContain("payload of");
		users().behaviour = (id) -> {
		};
		HttpResponse<String> resumed = this.application.change("slack-User", "{\"action\":\"resume\"}");
		assertThat(json(resumed).path("streams").size()).isEqualTo(1);
		this.application.drain();
		assertThat(users().ids).endsWith("bad");
		assertThat(json(this.application.get("health")).path("components")
			.path("nangoListeners")
			.path("status")
			.asString()).isEqualTo("UP");
	}

	@Test
	void theEndpointStopsAListenerInThisInstance() throws Exception {
		assertThat(this.application.change("slack-User", "{\"action\":\"stop\"}").statusCode()).isEqualTo(200);
		this.server.put(SLACK, "new", "");
		this.application.webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		this.application.drain();
		assertThat(users().ids).doesNotContain("new");
		this.application.change("slack-User", "{\"action\":\"start\"}");
		this.application.webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		this.application.drain();
		assertThat(users().ids).endsWith("new");
	}

	@Test
	void theEndpointRefusesWhatMakesNoSense() throws Exception {
		for (String body : List.of("{}", "{\"action\":\"dance\"}", "{\"action\":\"rewind\",\"connection\":\"acme\"}",
				"{\"action\":\"reread\"}", "{\"action\":\"reread\",\"connection\":\"nonesuch\"}",
				"{\"action\":\"stop\",\"connection\":\"acme\"}", "{\"action\":\"resume\",\"cursor\":\"c1\"}")) {
			assertThat(this.application.change("slack-User", body).statusCode()).as(body).isEqualTo(400);
		}
		assertThat(this.application.change("nonesuch", "{\"action\":\"stop\"}").statusCode()).isEqualTo(400);
	}

	@Test
	void theEndOfTheApplicationFinishesTheBatchInHand() throws Exception {
		StreamStore store = this.application.context().getBean(StreamStore.class);
		RecordListenerContainer container = this.application.context().getBean(RecordListenerContainer.class);
		ListenerApplication.Users users = users();
		Thread end = new Thread(this.application::close);
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
		this.application.webhook(ListenerFixture.syncWebhook("acme", "User", "base"));
		this.application.drain();
		end.join(Duration.ofSeconds(60).toMillis());
		assertThat(end.isAlive()).isFalse();
		assertThat(users.destroyed).isTrue();
		assertThat(users.ids).endsWith("r3", "r4").hasSize(5);
		assertThat(store.find(new RecordStreamId("slack-User", "slack", "acme", "User", null)).cursor())
			.isEqualTo("c5");
	}

	private ListenerApplication.Users users() {
		return this.application.users();
	}

}
