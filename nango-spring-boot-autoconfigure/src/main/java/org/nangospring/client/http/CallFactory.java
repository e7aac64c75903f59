package org.nangospring.client.http;

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

	Call begin(NangoRequest<?> request, @Nullable Observation parent) {
		ObservationRegistry registry = this.settings.observationRegistry();
		if (registry.isNoop()) {
			return new Call(request, this.settings.timing(), this.settings.limits().callTimeout(), null);
		}
		NangoObservationContext context = new NangoObservationContext(request.operation(), request.integrationId());
		Observation observation = NangoObservationDocumentation.CALL.observation(this.settings.observationConvention(),
				DEFAULT_CONVENTION, () -> context, registry);
		if (parent != null) {
			// without one, what the calling thread observes is the parent: null would
			// take that away
			observation.parentObservation(parent);
		}
		observation.start();
		return new Call(request, this.settings.timing(), this.settings.limits().callTimeout(), observation);
	}

}
