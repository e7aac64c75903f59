package org.nangospring.client.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.transport.ProxyProvider;

import org.springframework.util.PatternMatchUtils;

/**
 * Leads connections through the HTTP proxy of the network.
 */
final class HttpProxyTunnel {

	/** How long an address is used before its name is looked up again. */
	private static final Duration ADDRESS_LIFE = Duration.ofSeconds(30);

	private HttpProxyTunnel() {
	}

	/**
	 * Which proxy leads to the server.
	 * @return the proxy, or null when connections are made without one
	 */
	static EngineSettings.@Nullable HttpProxy of(EngineSettings settings) {
		EngineSettings.HttpProxy proxy = settings.httpProxy();
		return (proxy != null && !bypasses(proxy, settings.host())) ? proxy : null;
	}

	private static boolean bypasses(EngineSettings.HttpProxy proxy, URI host) {
		return proxy.nonProxyHosts()
			.stream()
			.anyMatch((pattern) -> PatternMatchUtils.simpleMatchIgnoreCase(pattern, host.getHost()));
	}

	static HttpClient lead(HttpClient client, EngineSettings settings) {
		EngineSettings.HttpProxy proxy = of(settings);
		if (proxy == null) {
			return client;
		}
		Mono<InetSocketAddress> address = address(proxy);
		// asked for each request: Reactor Netty itself would look a name up only once
		return client.proxyWhen((config, spec) -> config.hasProxy() ? Mono.empty()
				: address.map((resolved) -> provider(spec, resolved, proxy, settings.limits().connectTimeout())));
	}

	private static ProxyProvider.Builder provider(ProxyProvider.TypeSpec spec, InetSocketAddress address,
			EngineSettings.HttpProxy proxy, Duration timeout) {
		ProxyProvider.Builder builder = spec.type(ProxyProvider.Proxy.HTTP)
			.socketAddress(address)
			.connectTimeoutMillis(timeout.toMillis());
		String password = proxy.password();
		return (proxy.username() != null && password != null)
				? builder.username(proxy.username()).password((username) -> password) : builder;
	}

	private static Mono<InetSocketAddress> address(EngineSettings.HttpProxy proxy) {
		InetAddress literal = NetUtil.createInetAddressFromIpAddressString(proxy.host());
		if (literal != null) {
			return Mono.just(new InetSocketAddress(literal, proxy.port()));
		}
		return Mono.fromCallable(() -> new InetSocketAddress(InetAddress.getByName(proxy.host()), proxy.port()))
			// the JDK's look-up blocks
			.subscribeOn(Schedulers.boundedElastic())
			.cache((resolved) -> ADDRESS_LIFE, (failure) -> Duration.ZERO, () -> Duration.ZERO);
	}

}
