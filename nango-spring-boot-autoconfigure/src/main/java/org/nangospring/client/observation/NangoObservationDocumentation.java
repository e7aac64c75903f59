package org.nangospring.client.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observation of the client.
 */
public enum NangoObservationDocumentation implements ObservationDocumentation {

	/** A call to Nango with all its attempts. */
	CALL {
		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultNangoObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeys.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinalityKeys.values();
		}
	};

	/**
	 * Keys that metrics have as tags.
	 */
	public enum LowCardinalityKeys implements KeyName {

		/** The name of the client, {@code default} if it was given none. */
		CLIENT {
			@Override
			public String asString() {
				return "client";
			}
		},

		/** The operation, for example {@code connections.get}. */
		OPERATION {
			@Override
			public String asString() {
				return "operation";
			}
		},

		/** The integration id, or {@code none}. */
		INTEGRATION {
			@Override
			public String asString() {
				return "integration";
			}
		},

		/**
		 * How the call ended: {@code SUCCESS}, {@code CLIENT_ERROR},
		 * {@code SERVER_ERROR}, {@code UPSTREAM_ERROR}, {@code TRANSPORT_ERROR},
		 * {@code UNUSABLE_RESPONSE}, {@code CANCELLED} or {@code UNKNOWN}.
		 */
		OUTCOME {
			@Override
			public String asString() {
				return "outcome";
			}
		},

		/** The HTTP status of the last answer, or {@code none}. */
		STATUS {
			@Override
			public String asString() {
				return "status";
			}
		},

		/** Nango's error code, or {@code none}. */
		CODE {
			@Override
			public String asString() {
				return "code";
			}
		}

	}

	/**
	 * Keys that only traces have.
	 */
	public enum HighCardinalityKeys implements KeyName {

		/** The attempts of the call. */
		ATTEMPTS {
			@Override
			public String asString() {
				return "attempts";
			}
		}

	}

}
