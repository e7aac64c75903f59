package org.nangospring.sample.proxy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.nangospring.client.NangoClient;
import org.nangospring.client.proxy.ProxyCall;
import org.nangospring.client.proxy.ProxyResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/**
 * Calls the provider's API. Nango adds the credentials of the connection.
 */
@Service
public class ProxyService {

	private static final List<String> TELLING = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH,
			HttpHeaders.ETAG, HttpHeaders.LAST_MODIFIED, HttpHeaders.LINK, HttpHeaders.LOCATION,
			HttpHeaders.RETRY_AFTER, "X-Request-Id", "X-Correlation-Id");

	private final NangoClient nango;

	ProxyService(NangoClient nango) {
		this.nango = nango;
	}

	/**
	 * Calls the provider.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param input the call
	 * @return the answer
	 */
	public ProxyOutput call(String integrationId, String connectionId, ProxyInput input) {
		ProxyCall call = input.method()
			.begin(this.nango.connection(integrationId, connectionId).proxy(), input.endpoint());
		if (input.body() != null) {
			call.body(input.body());
		}
		ProxyResponse<String> response = call.exchange(String.class);
		return new ProxyOutput(response.status(), response.headers().getFirst(HttpHeaders.CONTENT_TYPE),
				telling(response.headers()), Objects.requireNonNullElse(response.body(), ""));
	}

	/**
	 * Nango may pass all headers on, cookies among them, which are nobody's business.
	 */
	private static Map<String, String> telling(HttpHeaders headers) {
		Map<String, String> telling = new LinkedHashMap<>();
		for (String name : TELLING) {
			String value = headers.getFirst(name);
			if (value != null) {
				telling.put(name, value);
			}
		}
		return telling;
	}

}
