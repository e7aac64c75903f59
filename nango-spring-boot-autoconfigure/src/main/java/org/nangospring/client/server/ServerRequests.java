package org.nangospring.client.server;

import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.ResponseReader;

import org.springframework.http.HttpMethod;

final class ServerRequests {

	private ServerRequests() {
	}

	static NangoRequest<Void> ping() {
		// whoever asks wants to know how things are now
		return NangoRequest.of("server.ping", HttpMethod.GET)
			.path("/health")
			.neverRepeat()
			.reading(ResponseReader.success());
	}

	static NangoRequest<Void> verifyKey() {
		// the smallest call that every kind of key is either allowed or recognised for
		return NangoRequest.of("server.verifyKey", HttpMethod.GET)
			.path("/connections")
			.query("limit", 1)
			.neverRepeat()
			.reading(ResponseReader.success());
	}

}
