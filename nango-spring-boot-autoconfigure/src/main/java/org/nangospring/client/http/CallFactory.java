package org.nangospring.client.http;

import java.time.Duration;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.observation.DefaultNangoObservationConvention;
import org.nangospring.client.observation.NangoObservationContext;
import org.nangospring.client.observation.NangoObservationConvention;
import org.nangospring.client.observation.NangoObservationDocumentation;
import reactor.util.context.ContextView;

/**
 * Begins calls, observed where there is somebody to observe them.
 */
final class CallFactory {

	private static final NangoObservationConvention DEFAULT_CONVENTION = new DefaultNangoObservationConvention();

	private static final String PARENT = "micrometer.observation";

	private final EngineSettings settings;

	private final Interceptors interceptors;

	CallFactory(EngineSettings settings) {
		this.settings = settings;
		this.interceptors = new Interceptors(settings);
	}

	/**
	 * Begins a call.
	 * @param context that of the subscriber; empty for a caller that waits
	 * @param atMost a limit besides that of the settings, or null
	 * @param part whether the call belongs to something larger
	 */
	Call begin(NangoRequest<?> request, ContextView context, @Nullable Duration atMost, boolean part) {
		Duration limit = limit(request);
		Duration timeout = (atMost != null && atMost.compareTo(limit) < 0) ? atMost : limit;
		ObservationRegistry registry = this.settings.observationRegistry();
		Interception interception = this.interceptors.begin(request, context);
		Observation observation = registry.isNoop() ? null : observe(request, context, registry);
		return new Call(request, this.settings.timing(), timeout, observation, interception, part);
	}

	private Observation observe(NangoRequest<?> request, ContextView context, ObservationRegistry registry) {
		NangoObservationContext observed = new NangoObservationContext(this.settings.name(), request.operation(),
				request.integrationId());
		Observation observation = NangoObservationDocumentation.CALL.observation(this.settings.observationConvention(),
				DEFAULT_CONVENTION, () -> observed, registry);
		Observation parent = context.getOrDefault(PARENT, null);
		if (parent != null) {
			// without one, what the calling thread observes is the parent: null would
			// take that away
			observation.parentObservation(parent);
		}
		observation.start();
		return observation;
	}

	/**
	 * How long a call may take if nobody sets another limit.
	 */
	Duration limit(NangoRequest<?> request) {
		Duration own = request.timeout();
		return (own != null) ? own : this.settings.limits().callTimeout();
	}

}
