package org.nangospring.benchmark.calls;

import java.net.URI;

import org.nangospring.benchmark.HandWritten;
import org.nangospring.benchmark.NangoApplication;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The call as somebody would write it who has no Nango client.
 */
final class WebClientCalls {

	private final WebClient webClient;

	WebClientCalls(WebClient.Builder builder, URI host) {
		this.webClient = builder.clientConnector(new ReactorClientHttpConnector(HandWritten.httpClient()))
			.baseUrl(host.toString())
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + NangoApplication.KEY)
			.build();
	}

	Mono<ConnectionAnswer> call() {
		return this.webClient.get()
			.uri("/connections/{connectionId}?provider_config_key={integrationId}", "conn-1", "github")
			.retrieve()
			.bodyToMono(ConnectionAnswer.class);
	}

}
