package org.nangospring.client;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.nangospring.client.http.EngineTiming;

/**
 * Clients and servers for tests.
 */
public final class TestClients {

	public static final String KEY = "11111111-2222-4333-8444-555555555555";

	private TestClients() {
	}

	/**
	 * A server on a free port of loopback.
	 */
	public static WireMockServer server() {
		WireMockServer server = new WireMockServer(
				WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
		server.start();
		return server;
	}

	/**
	 * A client that talks to an address and waits on a clock of the test's own.
	 */
	public static NangoClientBuilder builder(String host, EngineTiming timing) {
		return NangoClient.builder().secretKey(KEY).host(host).timing(timing);
	}

	/**
	 * Lets a client that somebody else sets up wait on a clock of the test's own.
	 */
	public static NangoClientBuilder timed(NangoClientBuilder builder, EngineTiming timing) {
		return builder.timing(timing);
	}

}
