package org.nangospring.client.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation of a call. Declare a bean of this type to use names of your own.
 */
public interface NangoObservationConvention extends ObservationConvention<NangoObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof NangoObservationContext;
	}

}
