package org.nangospring.client.http;

import java.net.URI;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.observation.KeyValuesCache;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.observation.ClientHttpObservationDocumentation;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;

/**
 * Spring's names for a single attempt, but with the template in place of the address in
 * traces too: addresses hold connection ids, and queries through the proxy may hold what
 * the caller would not want there.
 */
final class TemplateObservationConvention extends DefaultClientRequestObservationConvention {

	private final String host;

	private final KeyValuesCache<LowCardinality> lowCardinality = new KeyValuesCache<>();

	private final KeyValuesCache<String> highCardinality = new KeyValuesCache<>();

	TemplateObservationConvention(URI host) {
		this.host = host.toString();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
		ClientRequest request = context.getRequest();
		if (request == null || context.getError() != null || context.isAborted()) {
			return super.getLowCardinalityKeyValues(context);
		}
		ClientResponse response = context.getResponse();
		return this.lowCardinality.get(
				new LowCardinality(request.method(), request.url().getHost(), context.getUriTemplate(),
						(response != null) ? response.statusCode().value() : 0),
				() -> super.getLowCardinalityKeyValues(context));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		if (context.getResponse() == null && context.getError() == null && !context.isAborted()) {
			// the attempt begins; they are asked for again when it ends
			return KeyValues.empty();
		}
		String template = context.getUriTemplate();
		return this.highCardinality.get((template != null) ? template : "",
				() -> super.getHighCardinalityKeyValues(context));
	}

	@Override
	protected KeyValue httpUrl(ClientRequestObservationContext context) {
		@Nullable String template = context.getUriTemplate();
		return KeyValue.of(ClientHttpObservationDocumentation.HighCardinalityKeyNames.HTTP_URL,
				(template != null) ? this.host + template : this.host);
	}

	private record LowCardinality(HttpMethod method, String host, @Nullable String template, int status) {
	}

}
