package org.nangospring.client.observation;

import java.util.regex.Pattern;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.observation.NangoObservationDocumentation.HighCardinalityKeys;
import org.nangospring.client.observation.NangoObservationDocumentation.LowCardinalityKeys;

/**
 * The default names: an observation {@code nango.client} with the keys of
 * {@link NangoObservationDocumentation}. Connection ids are never among them.
 */
public class DefaultNangoObservationConvention implements NangoObservationConvention {

	private static final String NONE = "none";

	/** Anything else than a code of Nango's own making could make the tag grow. */
	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

	private static final KeyValues ONE_ATTEMPT = attempts(1);

	private final KeyValuesCache<Subject> beginnings = new KeyValuesCache<>();

	private final KeyValuesCache<LowCardinality> cache = new KeyValuesCache<>();

	@Override
	public String getName() {
		return "nango.client";
	}

	@Override
	public String getContextualName(NangoObservationContext context) {
		return "nango " + context.getOperation();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(NangoObservationContext context) {
		String integration = context.getIntegrationId();
		Subject subject = new Subject(context.getClient(), context.getOperation(),
				(integration != null) ? integration : NONE);
		if (isBeginning(context)) {
			return this.beginnings.get(subject, subject::keyValues);
		}
		LowCardinality values = new LowCardinality(subject, outcome(context), status(context),
				code(context.getFailure()));
		return this.cache.get(values, values::keyValues);
	}

	/**
	 * Nothing is known then but what the call is about.
	 */
	private static boolean isBeginning(NangoObservationContext context) {
		return context.getAttempts() == 0 && context.getError() == null && !context.isCancelled();
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(NangoObservationContext context) {
		if (isBeginning(context)) {
			return KeyValues.empty();
		}
		return (context.getAttempts() == 1) ? ONE_ATTEMPT : attempts(context.getAttempts());
	}

	private static KeyValues attempts(int count) {
		return KeyValues.of(KeyValue.of(HighCardinalityKeys.ATTEMPTS, Integer.toString(count)));
	}

	private static String outcome(NangoObservationContext context) {
		NangoException failure = context.getFailure();
		if (failure instanceof NangoTransportException) {
			return "TRANSPORT_ERROR";
		}
		if (failure instanceof NangoResponseException) {
			return "UNUSABLE_RESPONSE";
		}
		if (failure instanceof NangoUpstreamException) {
			return "UPSTREAM_ERROR";
		}
		if (failure != null) {
			Integer status = failure.status();
			return (status != null && status < 500) ? "CLIENT_ERROR" : "SERVER_ERROR";
		}
		if (context.isCancelled()) {
			return "CANCELLED";
		}
		return (context.getError() == null) ? "SUCCESS" : "UNKNOWN";
	}

	private static String status(NangoObservationContext context) {
		NangoException failure = context.getFailure();
		if (failure instanceof NangoTransportException || context.getStatus() == 0) {
			return NONE;
		}
		return Integer.toString(context.getStatus());
	}

	private static String code(@Nullable NangoException failure) {
		String code = (failure != null) ? failure.code() : null;
		return (code != null && CODE.matcher(code).matches()) ? code : NONE;
	}

	private record Subject(String client, String operation, String integration) {

		KeyValues keyValues() {
			return KeyValues.of(KeyValue.of(LowCardinalityKeys.CLIENT, this.client),
					KeyValue.of(LowCardinalityKeys.OPERATION, this.operation),
					KeyValue.of(LowCardinalityKeys.INTEGRATION, this.integration));
		}

	}

	private record LowCardinality(Subject subject, String outcome, String status, String error) {

		KeyValues keyValues() {
			return this.subject.keyValues()
				.and(KeyValue.of(LowCardinalityKeys.OUTCOME, this.outcome),
						KeyValue.of(LowCardinalityKeys.STATUS, this.status),
						KeyValue.of(LowCardinalityKeys.CODE, this.error));
		}

	}

}
