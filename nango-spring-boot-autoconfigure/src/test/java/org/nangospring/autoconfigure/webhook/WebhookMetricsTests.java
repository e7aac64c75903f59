package org.nangospring.autoconfigure.webhook;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.webhook.WebhookSamples;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookMetricsTests {

	@ParameterizedTest
	@EnumSource
	void webhooksAreCountedByTypeAndOutcomeRefusalsByReasonAndListenersTimed(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.startWith(kind, Metrics.class)) {
			application.deliver(WebhookSamples.CREATION);
			application.deliver(WebhookSamples.CREATION);
			application.deliver(WebhookSamples.UNKNOWN);
			application.recorder().behave((webhook) -> {
				throw new IllegalStateException("Broken for the test");
			});
			application.deliver(WebhookSamples.SYNC);
			application.deliver("no json");
			application.send(application.request());
			application.send(application.signed(WebhookSamples.SYNC, BodyPublishers.ofString("{}")));
			MeterRegistry meters = application.context().getBean(MeterRegistry.class);
			assertThat(received(meters, "auth", "handled")).isEqualTo(1);
			assertThat(received(meters, "auth", "duplicate")).isEqualTo(1);
			assertThat(received(meters, "unknown", "handled")).isEqualTo(1);
			assertThat(received(meters, "sync", "failed")).isEqualTo(1);
			for (String reason : new String[] { "not_json", "method", "wrong_signature" }) {
				assertThat(meters.get("nango.webhook.refused").tag("reason", reason).counter().count()).as(reason)
					.isEqualTo(1);
			}
			List<Observation.Context> observed = application.context().getBean(Contexts.class).of("nango.webhook");
			assertThat(observed).hasSize(3);
			Observation.Context last = observed.get(2);
			assertThat(last.getContextualName()).isEqualTo("nango webhook sync");
			assertThat(last.getLowCardinalityKeyValue("type").getValue()).isEqualTo("sync");
			assertThat(last.getLowCardinalityKeyValue("outcome").getValue()).isEqualTo("failed");
			assertThat(last.getError()).hasMessage("Broken for the test");
			assertThat(last.getParentObservation().getContextView().getName()).isEqualTo("http.server.requests");
		}
	}

	private static double received(MeterRegistry meters, String type, String outcome) {
		return meters.get("nango.webhook.received").tag("type", type).tag("outcome", outcome).counter().count();
	}

	@Configuration(proxyBeanMethods = false)
	static class Metrics {

		@Bean
		MeterRegistry meterRegistry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		Contexts contexts() {
			return new Contexts();
		}

	}

	private static final class Contexts implements ObservationHandler<Observation.Context> {

		private final Queue<Observation.Context> stopped = new ConcurrentLinkedQueue<>();

		@Override
		public void onStop(Observation.Context context) {
			this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		List<Observation.Context> of(String name) {
			return this.stopped.stream().filter((context) -> name.equals(context.getName())).toList();
		}

	}

}
