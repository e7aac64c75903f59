package org.nangospring.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import org.nangospring.autoconfigure.NangoClientBuilderCustomizer;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.observation.NangoObservationConvention;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Has clients observed in the application's registry, named by the application's
 * convention if there is one.
 */
final class ObservationCustomizer implements NangoClientBuilderCustomizer {

	private final ObjectProvider<ObservationRegistry> registry;

	private final ObjectProvider<NangoObservationConvention> convention;

	ObservationCustomizer(ObjectProvider<ObservationRegistry> registry,
			ObjectProvider<NangoObservationConvention> convention) {
		this.registry = registry;
		this.convention = convention;
	}

	@Override
	public void customize(NangoClientBuilder builder) {
		ObservationRegistry known = this.registry.getIfUnique();
		if (known != null) {
			builder.observationRegistry(known);
		}
		NangoObservationConvention own = this.convention.getIfAvailable();
		if (own != null) {
			builder.observationConvention(own);
		}
	}

}
