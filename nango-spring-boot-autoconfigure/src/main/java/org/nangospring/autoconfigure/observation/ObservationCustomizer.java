package org.nangospring.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoClientBuilderCustomizer;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.observation.NangoObservationConvention;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
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
		NangoObservationConvention own = convention();
		if (own != null) {
			builder.observationConvention(own);
		}
	}

	private @Nullable NangoObservationConvention convention() {
		try {
			return this.convention.getIfAvailable();
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw new NangoConfigurationException(null,
					"There are several beans of type NangoObservationConvention: mark one of " + ex.getBeanNamesFound()
							+ " with @Primary");
		}
	}

}
