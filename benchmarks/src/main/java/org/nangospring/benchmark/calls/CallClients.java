package org.nangospring.benchmark.calls;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.nangospring.benchmark.NangoApplication;
import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The clients that take part. JMH makes those that a benchmark names; they live as long
 * as the process, so that JMH's iterations find them warm.
 */
public final class CallClients {

	/** The system property that says where the stub is. */
	public static final String STUB = "nango.benchmark.stub";

	private static @Nullable ConfigurableApplicationContext application;

	private static @Nullable WebClientCalls plain;

	private static @Nullable WebClientCalls observed;

	private static @Nullable RawCalls raw;

	private CallClients() {
	}

	private static URI stub() {
		String stub = System.getProperty(STUB);
		if (stub == null) {
			throw new IllegalStateException("Run this with benchmarks/run, which starts the server that is called");
		}
		return URI.create(stub);
	}

	private static synchronized ConfigurableApplicationContext application() {
		ConfigurableApplicationContext existing = application;
		if (existing == null) {
			existing = NangoApplication.start(stub());
			application = existing;
		}
		return existing;
	}

	private static synchronized WebClientCalls plain() {
		WebClientCalls existing = plain;
		if (existing == null) {
			existing = new WebClientCalls(WebClient.builder(), stub());
			plain = existing;
		}
		return existing;
	}

	private static synchronized WebClientCalls observed() {
		WebClientCalls existing = observed;
		if (existing == null) {
			existing = new WebClientCalls(application().getBean(WebClient.Builder.class), stub());
			observed = existing;
		}
		return existing;
	}

	private static synchronized RawCalls raw() {
		RawCalls existing = raw;
		if (existing == null) {
			existing = new RawCalls(stub());
			raw = existing;
		}
		return existing;
	}

	/**
	 * Our client, as the starter makes it.
	 */
	@State(Scope.Benchmark)
	public static class Nango {

		private final NangoClient client = application().getBean(NangoClient.class);

		NangoClient blocking() {
			return this.client;
		}

		ReactiveNangoClient reactive() {
			return this.client.reactive();
		}

	}

	/**
	 * WebClient by hand.
	 */
	@State(Scope.Benchmark)
	public static class Plain {

		private final WebClientCalls calls = plain();

		WebClientCalls calls() {
			return this.calls;
		}

	}

	/**
	 * WebClient by hand, observed.
	 */
	@State(Scope.Benchmark)
	public static class Observed {

		private final WebClientCalls calls = observed();

		WebClientCalls calls() {
			return this.calls;
		}

	}

	/**
	 * Reactor Netty by hand.
	 */
	@State(Scope.Benchmark)
	public static class Raw {

		private final RawCalls calls = raw();

		RawCalls calls() {
			return this.calls;
		}

	}

}
