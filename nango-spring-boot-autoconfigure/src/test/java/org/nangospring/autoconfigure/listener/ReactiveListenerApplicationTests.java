package org.nangospring.autoconfigure.listener;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.listener.ListenerFixture;
import org.nangospring.listener.RecordsServer;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.autoconfigure.listener.ListenerApplication.json;

/**
 * The same on a reactive server.
 */
class ReactiveListenerApplicationTests {

	private RecordsServer server;

	private ListenerApplication application;

	@BeforeEach
	void start() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill("slack/acme/User", 0, 3);
		this.application = ListenerApplication.start(WebApplicationType.REACTIVE, this.server.url());
		assertThat(this.application.context()).isInstanceOf(ReactiveWebApplicationContext.class);
	}

	@AfterEach
	void stop() throws Exception {
		this.application.close();
		this.server.close();
	}

	@Test
	void theEndpointShowsAndMovesStreamsAndAWebhookArrives() throws Exception {
		assertThat(json(this.application.get("nangolisteners")).path("listeners").findValuesAsString("id"))
			.containsExactly("more", "slack-User");
		JsonNode stream = this.application.show("slack-User").path("streams").path(0);
		assertThat(stream.path("cursor").asString()).isEqualTo("c3");
		HttpResponse<String> rewound = this.application.change("slack-User",
				"{\"action\":\"rewind\",\"connection\":\"acme\",\"cursor\":\"c2\"}");
		assertThat(rewound.statusCode()).isEqualTo(200);
		this.application.drain();
		assertThat(this.application.users().ids).containsExactly("r0", "r1", "r2", "r2");
		this.server.put("slack/acme/User", "new", "");
		assertThat(this.application.webhook(ListenerFixture.syncWebhook("acme", "User", "base"))).isEqualTo(200);
		this.application.drain();
		assertThat(this.application.users().ids).endsWith("new");
	}

	@Test
	void theEndpointRefusesWhatMakesNoSenseAndHealthFollowsAStop() throws Exception {
		assertThat(this.application.get("nangolisteners/nonesuch").statusCode()).isEqualTo(404);
		assertThat(this.application.change("slack-User", "{\"action\":\"dance\"}").statusCode()).isEqualTo(400);
		assertThat(this.application.change("nonesuch", "{\"action\":\"stop\"}").statusCode()).isEqualTo(400);
		this.application.users().behaviour = (id) -> {
			throw new IllegalStateException("payload of " + id);
		};
		this.application.change("slack-User", "{\"action\":\"reread\",\"connection\":\"acme\"}");
		this.application.drain();
		HttpResponse<String> health = this.application.get("health");
		assertThat(health.statusCode()).isEqualTo(503);
		assertThat(health.body()).contains("slack-User[slack/acme/User]").doesNotContain("payload of");
	}

}
