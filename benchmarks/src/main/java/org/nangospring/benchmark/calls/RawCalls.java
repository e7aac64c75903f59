package org.nangospring.benchmark.calls;

import java.net.URI;

import org.nangospring.benchmark.HandWritten;
import org.nangospring.benchmark.NangoApplication;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * The call on bare Reactor Netty. The answer stays bytes.
 */
final class RawCalls {

	private final HttpClient httpClient;

	RawCalls(URI host) {
		this.httpClient = HandWritten.httpClient()
			.baseUrl(host.toString())
			.headers((headers) -> headers.set("Authorization", "Bearer " + NangoApplication.KEY)
				.set("Accept", "application/json"));
	}

	Mono<byte[]> call() {
		return this.httpClient.get()
			.uri("/connections/conn-1?provider_config_key=github")
			.responseSingle((response, body) -> body.asByteArray());
	}

}
