package org.nangospring.autoconfigure.listener;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.InMemoryStreamStore;
import org.nangospring.listener.ListenerFixture;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.RecordStreamJoined;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamStore;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerObservabilityTests {

	private static final String SLACK = "slack/acme/User";

	private static final String HEALTH = "nangoListenersHealthContributor";

	private RecordsServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void connect() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill(SLACK, 0, 3);
		this.runner = new ApplicationContextRunner().withUserConfiguration(Application.class, ListenerThreads.class)
			.withBean(Users.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url(),
					"management.endpoints.web.exposure.include=*", "spring.jmx.enabled=true",
					"management.endpoints.jmx.exposure.include=*");
	}

	@AfterEach
	void close() throws Exception {
		this.server.close();
	}

	@Test
	void changesAreCountedByListenerAndActionAndConnectionsAreInNoTag() {
		this.server.put(SLACK, "r0", "");
		this.server.delete(SLACK, "r1");
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			ListenerThreads.drain(context);
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			for (String action : List.of("added", "updated", "deleted")) {
				assertThat(meters.get("nango.listener.records")
					.tags("listener", "users", "action", action)
					.counter()
					.count()).as(action).isEqualTo(1);
			}
			assertThat(meters.get("nango.listener.batch").tag("listener", "users").timer().count()).isEqualTo(1);
			assertThat(meters.get("nango.listener.streams").tags("listener", "users", "state", "idle").gauge().value())
				.isEqualTo(1);
			assertThat(meters.get("nango.listener.lag").tag("listener", "users").gauge().value()).isZero();
			assertThat(meters.getMeters()).flatExtracting((meter) -> meter.getId().getTags())
				.extracting(Tag::getValue)
				.isNotEmpty()
				.doesNotContain("acme");
		});
	}

	@Test
	void failuresAndWhatWasGivenUpAreCounted() {
		this.server.put(SLACK, "bad", ",\"number\":\"x\"");
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean(RecordErrorHandler.class, RecordErrorHandler::skipping)
			.run((context) -> {
				ListenerThreads.drain(context);
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(meters.get("nango.listener.failures")
					.tags("listener", "users", "kind", "record")
					.counter()
					.count()).isEqualTo(1);
				assertThat(meters.get("nango.listener.undelivered")
					.tags("listener", "users", "decision", "skip")
					.counter()
					.count()).isEqualTo(1);
			});
	}

	@Test
	void aListThatFailsIsCounted() {
		this.server.failing((request) -> RecordsServer.error(503, "down"));
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			ListenerThreads.drain(context);
			assertThat(context.getBean(MeterRegistry.class)
				.get("nango.listener.listing.failures")
				.tag("integration", "slack")
				.counter()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void theLagOfAStoppedStreamIsTheAgeOfItsOldestChange() throws Exception {
		try (ListenerFixture fixture = new ListenerFixture()) {
			fixture.server.connect("slack", "acme").fill(SLACK, 0, 3);
			fixture.listeners.register(ListenerFixture.definition().batches((batch) -> {
				throw new IllegalStateException("Broken for the test");
			}));
			fixture.start();
			MeterRegistry meters = new SimpleMeterRegistry();
			Clock clock = Clock.fixed(RecordsServer.BEGINNING.plus(Duration.ofHours(2)), ZoneOffset.UTC);
			ListenerGauges gauges = new ListenerGauges(fixture.listeners,
					new StaticListableBeanFactory(Map.of("meters", meters)).getBeanProvider(MeterRegistry.class),
					clock);
			gauges.joined(new RecordStreamJoined(fixture.stream("acme")));
			assertThat(meters.get("nango.listener.lag").gauge().value()).isEqualTo(7200);
			assertThat(meters.get("nango.listener.streams").tag("state", "stopped").gauge().value()).isEqualTo(1);
		}
	}

	@Test
	void healthIsUpUntilAStreamStopsAndSaysWhichAndWhy() {
		this.runner.run((context) -> {
			HealthIndicator health = context.getBean(HEALTH, HealthIndicator.class);
			ListenerThreads.drain(context);
			assertThat(health.health().getStatus()).isEqualTo(Status.UP);
			assertThat(health.health().getDetails()).containsEntry("listeners", 1)
				.containsEntry("streams", 1)
				.containsEntry("states", Map.of("idle", 1L));
			this.server.put(SLACK, "bad", ",\"number\":\"secret payload\"");
			NangoRecordListeners listeners = context.getBean(NangoRecordListeners.class);
			listeners.trigger(listeners.streams().get(0).id());
			ListenerThreads.drain(context);
			Health down = health.health();
			assertThat(down.getStatus()).isEqualTo(Status.DOWN);
			assertThat(down.getDetails().toString()).contains("users[slack/acme/User]")
				.contains("bad")
				.doesNotContain("secret payload");
		});
	}

	@Test
	void aStreamThatWasStoppedBeforeTheStartStillSaysWhy() {
		StreamStore store = new InMemoryStreamStore();
		this.server.put(SLACK, "bad", ",\"number\":\"x\"");
		ApplicationContextRunner sharing = this.runner.withBean(StreamStore.class, () -> store);
		sharing.run((context) -> ListenerThreads.drain(context));
		sharing.run((context) -> {
			ListenerThreads.drain(context);
			Health health = context.getBean(HEALTH, HealthIndicator.class).health();
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails().get("stopped").toString()).contains("bad").contains("since");
		});
	}

	@Test
	void theStatusWhenAStreamIsStoppedCanBeChosen() {
		this.server.put(SLACK, "bad", ",\"number\":\"x\"");
		this.runner.withPropertyValues("nango.listeners.health.status-when-stopped=OUT_OF_SERVICE").run((context) -> {
			ListenerThreads.drain(context);
			assertThat(context.getBean(HEALTH, HealthIndicator.class).health().getStatus())
				.isEqualTo(Status.OUT_OF_SERVICE);
		});
	}

	@Test
	void healthMetricsAndEndpointCanBeSwitchedOffOrReplaced() {
		this.runner
			.withPropertyValues("management.health.nango-listeners.enabled=false",
					"management.endpoint.nangolisteners.access=NONE")
			.withBean("nangoListenerMetrics", String.class, () -> "mine")
			.withBean("nangoListenerGauges", String.class, () -> "mine")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(HEALTH)
				.doesNotHaveBean(NangoListenersEndpoint.class)
				.doesNotHaveBean(MicrometerListenerObserver.class)
				.doesNotHaveBean(ListenerGauges.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.micrometer.core", "org.springframework.boot.health",
			"org.springframework.boot.actuate", "org.springframework.boot.actuate.autoconfigure",
			"org.springframework.jdbc", "org.springframework.boot.jdbc", "org.springframework.transaction" })
	void withoutALibraryListenersAreCalled(String missing) {
		this.runner.withClassLoader(new FilteredClassLoader(missing)).run((context) -> {
			assertThat(context).hasNotFailed();
			ListenerThreads.drain(context);
			assertThat(context.getBean(Users.class).count).isEqualTo(3);
		});
	}

	/**
	 * Imported by name, as Spring Boot does it, so that annotations of missing libraries
	 * are never looked at.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ NangoAutoConfiguration.class, NangoJdbcStreamStoreAutoConfiguration.class,
			NangoMetadataStreamStoreAutoConfiguration.class, NangoListenerAutoConfiguration.class,
			NangoListenerMetricsAutoConfiguration.class, NangoListenerHealthAutoConfiguration.class,
			NangoListenerEndpointAutoConfiguration.class })
	static class Application {

	}

	static class Users {

		int count;

		@NangoRecordListener(id = "users", integration = "slack", model = "User")
		void changed(List<NangoRecord<User>> records) {
			this.count += records.size();
		}

	}

}
