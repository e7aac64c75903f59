package org.nangospring.test;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.test.MockFixture.Issue;
import org.nangospring.webhook.AuthWebhook;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nangospring.test.MockFixture.record;

/**
 * A whole application that listens to records and is sent webhooks, on threads of its
 * own.
 */
@SpringBootTest(classes = RecordListenerMockTests.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "nango.webhook.path=/hooks", "nango.listeners.store=memory",
				"spring.main.web-application-type=servlet",
				"spring.autoconfigure.exclude=" + RecordListenerMockTests.WITHOUT_SECURITY })
@AutoConfigureNangoMock
@DirtiesContext
class RecordListenerMockTests {

	private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

	static final String WITHOUT_SECURITY = SECURITY + "web.servlet.SecurityFilterAutoConfiguration," + SECURITY
			+ "web.servlet.ServletWebSecurityAutoConfiguration," + SECURITY
			+ "web.reactive.ReactiveWebSecurityAutoConfiguration," + SECURITY
			+ "actuate.web.servlet.ManagementWebSecurityAutoConfiguration," + SECURITY
			+ "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration," + SECURITY
			+ "UserDetailsServiceAutoConfiguration," + SECURITY + "ReactiveUserDetailsServiceAutoConfiguration";

	@Autowired
	private NangoMock nangoMock;

	@Autowired
	private Issues issues;

	@RepeatedTest(5)
	void changesArriveByWebhooksInEachTestAnew() throws Exception {
		MockRecords records = this.nangoMock.connection("github", "c1")
			.records("Issue")
			.added(record("1", "a"), record("2", "b"));
		this.nangoMock.webhook().connectionCreated("github", "c1").send();
		assertThat(next()).isEqualTo("c1 ADDED 1 a");
		assertThat(next()).isEqualTo("c1 ADDED 2 b");
		records.updated(record("1", "changed")).deleted("2");
		this.nangoMock.webhook().synced("github", "c1", "Issue").send();
		assertThat(next()).isEqualTo("c1 UPDATED 1 changed");
		assertThat(next()).isEqualTo("c1 DELETED 2 null");
		assertThat(this.issues.changes).isEmpty();
	}

	@Test
	void theSameWebhookAgainIsARepeatAndAnotherIsNot() throws Exception {
		this.nangoMock.connection("github", "counted");
		MockWebhook webhook = this.nangoMock.webhook().connectionCreated("github", "counted");
		int before = this.issues.connected.get();
		webhook.send();
		webhook.send();
		assertThat(this.issues.connected).hasValue(before + 1);
		this.nangoMock.webhook().connectionCreated("github", "counted").send();
		assertThat(this.issues.connected).hasValue(before + 2);
	}

	@Test
	void aWebhookThatTheApplicationCannotHandleFailsTheTest() {
		this.nangoMock.connection("github", "broken");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.nangoMock.webhook().connectionOverridden("github", "broken").send())
			.withMessageContaining("answered 500")
			.withMessageContaining("sendExpecting(500)");
		this.nangoMock.webhook().connectionOverridden("github", "broken").sendExpecting(500);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.nangoMock.webhook().connectionCreated("github", "broken").sendExpecting(400))
			.withMessageContaining("answered 200");
	}

	private String next() throws InterruptedException {
		return this.issues.changes.poll(60, TimeUnit.SECONDS);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Issues issues() {
			return new Issues();
		}

	}

	static class Issues {

		final BlockingQueue<String> changes = new LinkedBlockingQueue<>();

		final AtomicInteger connected = new AtomicInteger();

		@NangoRecordListener(integration = "github", model = "Issue")
		void changed(NangoRecord<Issue> record, RecordStreamId stream) {
			Issue issue = record.data();
			this.changes.add(stream.connectionId() + " " + record.metadata().lastAction().value() + " " + record.id()
					+ " " + ((issue != null) ? issue.title() : null));
		}

		@EventListener
		void connected(AuthWebhook webhook) {
			this.connected.incrementAndGet();
			if (!webhook.isCreation()) {
				throw new IllegalStateException("not today");
			}
		}

	}

}
