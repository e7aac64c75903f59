package org.nangospring.client.http;

import java.net.URI;

import io.micrometer.common.KeyValue;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.observation.ClientHttpObservationDocumentation;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;

/**
 * Spring's names for a single attempt, but with the template in place of the address in
 * traces too: addresses hold connection ids, and queries through the proxy may hold what
 * the caller would not want there.
 */
final class TemplateObservationConvention extends DefaultClientRequestObservationConvention {

	private final URI host;

	TemplateObservationConvention(URI host) {
		this.host = host;
	}

	@Override
	protected KeyValue httpUrl(ClientRequestObservationContext context) {
		@Nullable String template = context.getUriTemplate();
		return KeyValue.of(ClientHttpObservationDocumentation.HighCardinalityKeyNames.HTTP_URL,
				(template != null) ? this.host + template : this.host.toString());
	}

}
