package org.nangospring.client.http;

import java.time.Duration;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.observation.DefaultNangoObservationConvention;
import org.nangospring.client.observation.NangoObservationContext;
import org.nangospring.client.observation.NangoObservationConvention;
import org.nangospring.client.observation.NangoObservationDocumentation;

/**
 * Begins calls, observed where there is somebody to observe them.
 */
final class CallFactory {

	private static final NangoObservationConvention DEFAULT_CONVENTION = new DefaultNangoObservationConvention();

	private final EngineSettings settings;

	CallFactory(EngineSettings settings) {
		this.settings = settings;
	}

	/**
	 * Begins a call.
	 * @param atMost a limit besides that of the settings, or null
	 */
	Call begin(NangoRequest<?> request, @Nullable Observation parent, @Nullable Duration atMost) {
		Duration limit = limit(request);
		Duration timeout = (atMost != null && atMost.compareTo(limit) < 0) ? atMost : limit;
		ObservationRegistry registry = this.settings.observationRegistry();
		if (registry.isNoop()) {
			return new Call(request, this.settings.timing(), timeout, null);
		}
		NangoObservationContext context = new NangoObservationContext(this.settings.name(), request.operation(),
				request.integrationId());
		Observation observation = NangoObservationDocumentation.CALL.observation(this.settings.observationConvention(),
				DEFAULT_CONVENTION, () -> context, registry);
		if (parent != null) {
			// without one, what the calling thread observes is the parent: null would
			// take that away
			observation.parentObservation(parent);
		}
		observation.start();
		return new Call(request, this.settings.timing(), timeout, observation);
	}

	/**
	 * How long a call may take if nobody sets another limit.
	 */
	Duration limit(NangoRequest<?> request) {
		Duration own = request.timeout();
		return (own != null) ? own : this.settings.limits().callTimeout();
	}

}
