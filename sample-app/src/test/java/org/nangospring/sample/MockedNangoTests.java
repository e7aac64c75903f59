package org.nangospring.sample;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.test.AutoConfigureNangoMock;
import org.nangospring.test.NangoMock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the small Nango inside the application does not have, and what goes wrong.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "nango.retry.initial-backoff=1ms", "nango.listeners.auto-startup=false" })
@AutoConfigureNangoMock
class MockedNangoTests {

	@Autowired
	private NangoMock nangoMock;

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@Test
	void actionOfOneConnection() {
		this.nangoMock.connection("jira", "c1").action("close-issue").answers(Map.of("state", "closed"));
		assertThat(this.browser.postJson("/api/connections/jira/c1/actions/close-issue", "{'number':7}")
			.text("/output/state")).isEqualTo("closed");
		this.nangoMock.verify()
			.connection("jira", "c1")
			.action("close-issue")
			.calledOnce()
			.withInput(Map.of("number", 7));
	}

	@Test
	void recordsInPages() {
		this.nangoMock.connection("jira", "c1")
			.records("Ticket")
			.added(Map.of("id", "1", "title", "a"), Map.of("id", "2", "title", "b"))
			.deleted("1");
		Browser.Reply reply = this.browser.get("/api/connections/jira/c1/records?model=Ticket&limit=1");
		assertThat(reply.text("/records/0/data/title")).isEqualTo("b");
		assertThat(reply.text("/nextCursor")).isNotBlank();
	}

	@Test
	void outageOfNangoIsABadGateway() {
		this.nangoMock.failNext(503).always();
		Browser.Reply reply = this.browser.get("/api/integrations");
		assertThat(reply.status()).isEqualTo(502);
		assertThat(reply.text("/error")).isEqualTo("NangoServerException");
		assertThat(this.nangoMock.calls()).hasSizeGreaterThan(1);
	}

	@Test
	void oneFailureOfNangoIsNotNoticed() {
		this.nangoMock.integration("jira");
		this.nangoMock.failNext(503);
		assertThat(this.browser.get("/api/integrations").text("/0/integrationId")).isEqualTo("jira");
		this.nangoMock.verify().call(HttpMethod.GET, "/integrations").called(2);
	}

	@Test
	void webhookOfNangoIsShown() {
		this.nangoMock.connection("jira", "c1").tag("end_user_id", "7");
		this.nangoMock.webhook().connectionCreated("jira", "c1").send();
		assertThat(this.browser.get("/api/webhooks").body()).contains("The connection was made.");
	}

}
