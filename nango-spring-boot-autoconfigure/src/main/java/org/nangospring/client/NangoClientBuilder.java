package org.nangospring.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineSettings;
import org.nangospring.client.http.EngineTiming;
import org.nangospring.client.http.Extensions;
import org.nangospring.client.http.NangoEngine;
import org.nangospring.client.observation.NangoObservationConvention;
import reactor.netty.http.client.HttpClient;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builds a {@link NangoClient}. Only the {@link #secretKey(String) secret key} has to be
 * set. Each client has connections of its own, so an application that uses several
 * environments makes one for each.
 */
public final class NangoClientBuilder {

	/** The address of Nango Cloud. */
	public static final URI DEFAULT_HOST = URI.create("https://api.nango.dev");

	/** The name of a client that is given none. */
	public static final String DEFAULT_NAME = "default";

	private static final int LONGEST_NAME = 64;

	private String name = DEFAULT_NAME;

	private @Nullable String secretKey;

	private URI host = DEFAULT_HOST;

	private Duration connectTimeout = Duration.ofSeconds(5);

	private Duration responseTimeout = Duration.ofSeconds(30);

	private Duration callTimeout = Duration.ofSeconds(60);

	private int maxInMemorySize = 16 * 1024 * 1024;

	private final PoolOptions pool = new PoolOptions();

	private final RetryOptions retry = new RetryOptions();

	private final TlsOptions tls = new TlsOptions();

	private final HttpProxyOptions httpProxy = new HttpProxyOptions();

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable NangoObservationConvention observationConvention;

	private final List<NangoCallListener> listeners = new ArrayList<>();

	private final List<Supplier<List<NangoInterceptor>>> interceptors = new ArrayList<>();

	private final List<Supplier<List<NangoErrorMapper>>> errorMappers = new ArrayList<>();

	private @Nullable Supplier<? extends @Nullable NangoRetryPolicy> retryPolicy;

	private UnaryOperator<HttpClient> httpClientCustomizer = UnaryOperator.identity();

	private Consumer<WebClient.Builder> webClientCustomizer = (builder) -> {
	};

	private EngineTiming timing = EngineTiming.SYSTEM;

	NangoClientBuilder() {
	}

	/**
	 * Sets the name that tells the client from others of the application in metrics,
	 * traces and health. The default is {@link #DEFAULT_NAME}.
	 * @param name the name, of at most 64 characters
	 * @return this builder
	 * @throws IllegalArgumentException if it is null, blank, longer, or has control
	 * characters
	 */
	public NangoClientBuilder name(String name) {
		this.name = checkName(name);
		return this;
	}

	static String checkName(String name) {
		Arguments.range(Arguments.text(name, "name of the client").length(), 1, LONGEST_NAME,
				"length of the client's name");
		return name;
	}

	/**
	 * The name of the client that will be built.
	 * @return the name that was set, or {@code default}
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Sets the secret key of the environment.
	 * @param secretKey the key, as Nango's dashboard shows it under Environment Settings
	 * @return this builder
	 * @throws IllegalArgumentException if it is null, blank, or has spaces or other
	 * characters that no key has
	 */
	public NangoClientBuilder secretKey(String secretKey) {
		this.secretKey = SecretKeys.check(secretKey);
		return this;
	}

	/**
	 * Sets the root of Nango's API. The default is {@link #DEFAULT_HOST}.
	 * @param host an address with http or https; a path is kept, a slash at its end is
	 * not
	 * @return this builder
	 * @throws IllegalArgumentException if it is not such an address
	 */
	public NangoClientBuilder host(URI host) {
		this.host = Hosts.check(host);
		return this;
	}

	/**
	 * Sets the root of Nango's API. The default is {@link #DEFAULT_HOST}.
	 * @param host an address with http or https; a path is kept, a slash at its end is
	 * not
	 * @return this builder
	 * @throws IllegalArgumentException if it is not such an address
	 */
	public NangoClientBuilder host(String host) {
		return host(Hosts.parse(host));
	}

	/**
	 * Sets how long making a connection may take, and how long its TLS handshake. The
	 * default is 5 seconds for each.
	 * @param timeout the limit, at least a millisecond
	 * @return this builder
	 */
	public NangoClientBuilder connectTimeout(Duration timeout) {
		this.connectTimeout = Arguments.positive(timeout, "connect timeout");
		return this;
	}

	/**
	 * Sets how long Nango may be silent while an answer is waited for. The default is 30
	 * seconds.
	 * @param timeout the limit, at least a millisecond
	 * @return this builder
	 */
	public NangoClientBuilder responseTimeout(Duration timeout) {
		this.responseTimeout = Arguments.positive(timeout, "response timeout");
		return this;
	}

	/**
	 * Sets how long a call may take with all its attempts and the waits between them; for
	 * a streamed answer until its body begins. The default is 60 seconds.
	 * @param timeout the limit, at least a millisecond
	 * @return this builder
	 */
	public NangoClientBuilder callTimeout(Duration timeout) {
		this.callTimeout = Arguments.positive(timeout, "call timeout");
		return this;
	}

	/**
	 * Sets how much of an answer is held in memory. The default is 16 MiB; larger answers
	 * fail with a {@link NangoResponseException}.
	 * @param bytes the limit, at least 1024
	 * @return this builder
	 */
	public NangoClientBuilder maxInMemorySize(int bytes) {
		this.maxInMemorySize = Arguments.range(bytes, 1024, Integer.MAX_VALUE, "memory limit");
		return this;
	}

	/**
	 * Sets up the connection pool.
	 * @param customizer changes the defaults
	 * @return this builder
	 */
	public NangoClientBuilder pool(Consumer<PoolOptions> customizer) {
		customizer.accept(this.pool);
		return this;
	}

	/**
	 * Sets up how calls are repeated.
	 * @param customizer changes the defaults
	 * @return this builder
	 */
	public NangoClientBuilder retry(Consumer<RetryOptions> customizer) {
		customizer.accept(this.retry);
		return this;
	}

	/**
	 * Sets up encrypted connections: whom to trust, and the client's own certificate.
	 * @param customizer changes the defaults
	 * @return this builder
	 */
	public NangoClientBuilder tls(Consumer<TlsOptions> customizer) {
		customizer.accept(this.tls);
		return this;
	}

	/**
	 * Sets the HTTP proxy through which Nango is reached. The default is none; system
	 * properties such as {@code https.proxyHost} are not read. Not to be confused with
	 * Nango's own proxy, which calls providers.
	 * @param customizer names the proxy
	 * @return this builder
	 */
	public NangoClientBuilder httpProxy(Consumer<HttpProxyOptions> customizer) {
		customizer.accept(this.httpProxy);
		return this;
	}

	/**
	 * Sets where calls are observed. The default is nowhere.
	 * @param registry the registry
	 * @return this builder
	 */
	public NangoClientBuilder observationRegistry(ObservationRegistry registry) {
		this.observationRegistry = Arguments.required(registry, "observation registry");
		return this;
	}

	/**
	 * Sets how observations of calls are named.
	 * @param convention the names, or null for the default
	 * @return this builder
	 */
	public NangoClientBuilder observationConvention(@Nullable NangoObservationConvention convention) {
		this.observationConvention = convention;
		return this;
	}

	/**
	 * Adds somebody who is told of repeated calls.
	 * @param listener the listener
	 * @return this builder
	 */
	public NangoClientBuilder listener(NangoCallListener listener) {
		this.listeners.add(Arguments.required(listener, "listener"));
		return this;
	}

	/**
	 * Adds an interceptor, after those that are there.
	 * @param interceptor sees every request and what comes of it
	 * @return this builder
	 */
	public NangoClientBuilder interceptor(NangoInterceptor interceptor) {
		Arguments.required(interceptor, "interceptor");
		return interceptors(() -> List.of(interceptor));
	}

	/**
	 * Adds interceptors that are not there yet, after those that are.
	 * @param interceptors is asked at the first call, and from then on gives the same
	 * @return this builder
	 */
	public NangoClientBuilder interceptors(Supplier<List<NangoInterceptor>> interceptors) {
		this.interceptors.add(Arguments.required(interceptors, "interceptors"));
		return this;
	}

	/**
	 * Sets what decides whether failed attempts are repeated, where that does no harm.
	 * The default is what {@link #retry(Consumer)} sets up.
	 * @param policy the policy
	 * @return this builder
	 */
	public NangoClientBuilder retryPolicy(NangoRetryPolicy policy) {
		Arguments.required(policy, "retry policy");
		return retryPolicy(() -> policy);
	}

	/**
	 * Sets what decides whether failed attempts are repeated, where it is not there yet.
	 * @param policy is asked at the first failed attempt, and from then on gives the
	 * same; null for the default
	 * @return this builder
	 */
	public NangoClientBuilder retryPolicy(Supplier<? extends @Nullable NangoRetryPolicy> policy) {
		this.retryPolicy = Arguments.required(policy, "retry policy");
		return this;
	}

	/**
	 * Adds a mapper of failures, which is asked after those that are there.
	 * @param mapper turns failures into exceptions of the application
	 * @return this builder
	 */
	public NangoClientBuilder errorMapper(NangoErrorMapper mapper) {
		Arguments.required(mapper, "error mapper");
		return errorMappers(() -> List.of(mapper));
	}

	/**
	 * Adds mappers of failures that are not there yet, after those that are.
	 * @param mappers is asked at the first failure, and from then on gives the same
	 * @return this builder
	 */
	public NangoClientBuilder errorMappers(Supplier<List<NangoErrorMapper>> mappers) {
		this.errorMappers.add(Arguments.required(mappers, "error mappers"));
		return this;
	}

	/**
	 * Changes the HTTP client below WebClient, for example its resolver or event loops.
	 * Applied after everything else, and after earlier customizers.
	 * @param customizer gets the client as it is set up and returns the one to use
	 * @return this builder
	 */
	public NangoClientBuilder httpClient(UnaryOperator<HttpClient> customizer) {
		UnaryOperator<HttpClient> before = this.httpClientCustomizer;
		this.httpClientCustomizer = (client) -> customizer.apply(before.apply(client));
		return this;
	}

	/**
	 * Changes the builder of the WebClient, for example to add a filter. Applied after
	 * everything else, and after earlier customizers.
	 * @param customizer gets the builder as it is set up
	 * @return this builder
	 */
	public NangoClientBuilder webClient(Consumer<WebClient.Builder> customizer) {
		this.webClientCustomizer = this.webClientCustomizer.andThen(customizer);
		return this;
	}

	NangoClientBuilder timing(EngineTiming timing) {
		this.timing = timing;
		return this;
	}

	/**
	 * Builds the client. Connects to nothing yet.
	 * @return the client; close it when it is no longer needed
	 * @throws IllegalStateException if the secret key was not set
	 */
	public NangoClient build() {
		if (this.secretKey == null) {
			throw new IllegalStateException("Set the secret key: NangoClient.builder().secretKey(...)");
		}
		PlainHttpWarning.check(this.host);
		EngineSettings.Limits limits = new EngineSettings.Limits(this.connectTimeout, this.responseTimeout,
				this.callTimeout, this.maxInMemorySize);
		return new DefaultNangoClient(new NangoEngine(new EngineSettings(this.name, this.host, this.secretKey, limits,
				this.pool.settings(), this.retry.settings(), this.tls.settings(), this.httpProxy.settings(),
				this.observationRegistry, this.observationConvention, List.copyOf(this.listeners),
				this.httpClientCustomizer, this.webClientCustomizer,
				Extensions.of(this.interceptors, this.retryPolicy, this.errorMappers), this.timing)));
	}

	@Override
	public String toString() {
		return "NangoClientBuilder[name=" + this.name + ", host=" + this.host + ", secretKey=***]";
	}

}
