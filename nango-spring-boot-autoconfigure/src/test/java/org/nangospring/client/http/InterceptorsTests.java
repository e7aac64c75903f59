package org.nangospring.client.http;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.sun.management.ThreadMXBean;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoInterceptor;
import org.nangospring.client.TestClients;
import reactor.util.context.Context;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

class InterceptorsTests {

	private static final int CALLS = 100_000;

	private final NangoRequest<Void> request = NangoRequest.of("connections.get", HttpMethod.GET)
		.path("/x")
		.reading(ResponseReader.success());

	@Test
	void aCallThatNobodyInterceptsAllocatesNothingForIt() {
		Interceptors none = new Interceptors(settings(List.of()));
		assertThat(none.begin(this.request, Context.empty())).isNull();
		long before = allocated();
		int intercepted = 0;
		for (int call = 0; call < CALLS; call++) {
			if (none.begin(this.request, Context.empty()) != null) {
				intercepted++;
			}
		}
		long after = allocated();
		assertThat(intercepted).isZero();
		assertThat(after - before).as("bytes for " + CALLS + " calls").isLessThan(CALLS);
	}

	@Test
	void theMeasurementSeesWhatIsAllocated() {
		Interceptors some = new Interceptors(settings(List.of(new NangoInterceptor() {
		})));
		long before = allocated();
		int intercepted = 0;
		for (int call = 0; call < CALLS; call++) {
			if (some.begin(this.request, Context.empty()) != null) {
				intercepted++;
			}
		}
		assertThat(intercepted).isEqualTo(CALLS);
		assertThat(allocated() - before).isGreaterThan(CALLS);
	}

	private static long allocated() {
		return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
			.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	private static EngineSettings settings(List<NangoInterceptor> interceptors) {
		return new EngineSettings("default", URI.create("https://api.nango.dev"), TestClients.KEY,
				new EngineSettings.Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000),
				new EngineSettings.Pool(1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1),
						false),
				new EngineSettings.Retry(1, Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 10), null, null,
				ObservationRegistry.NOOP, null, List.of(), (client) -> client, (builder) -> {
				}, Extensions.of(List.of(() -> interceptors), null, List.of()), new ManualTiming());
	}

}
