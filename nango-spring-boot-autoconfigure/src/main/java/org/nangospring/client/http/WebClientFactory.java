package org.nangospring.client.http;

import java.util.List;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider;

import org.springframework.core.codec.ByteArrayDecoder;
import org.springframework.core.codec.ByteArrayEncoder;
import org.springframework.core.codec.CharSequenceEncoder;
import org.springframework.core.codec.DataBufferDecoder;
import org.springframework.core.codec.DataBufferEncoder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.codec.DecoderHttpMessageReader;
import org.springframework.http.codec.EncoderHttpMessageWriter;
import org.springframework.http.codec.ResourceHttpMessageWriter;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.codec.multipart.MultipartHttpMessageWriter;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builds the WebClient of one client and its connection pool.
 */
final class WebClientFactory {

	private WebClientFactory() {
	}

	static ConnectionProvider connectionProvider(EngineSettings.Pool pool, @Nullable PoolMeter meter) {
		ConnectionProvider.Builder builder = ConnectionProvider.builder("nango")
			.maxConnections(pool.maxConnections())
			.pendingAcquireMaxCount(pool.pendingAcquireMaxCount())
			.pendingAcquireTimeout(pool.pendingAcquireTimeout())
			.maxIdleTime(pool.maxIdleTime())
			.maxLifeTime(pool.maxLifeTime())
			.evictInBackground(pool.maxIdleTime())
			// the connection used last is the least likely to have been closed by the
			// server
			.lifo();
		if (meter != null) {
			builder.metrics(true, () -> meter);
		}
		return builder.build();
	}

	static WebClient webClient(EngineSettings settings, ConnectionProvider connections) {
		EngineSettings.Limits limits = settings.limits();
		HttpClient httpClient = HttpClient.create(connections)
			// one policy repeats calls, and it knows which may be repeated
			.disableRetry(true)
			// redirects would carry headers to another host
			.followRedirect(false)
			.compress(true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(limits.connectTimeout().toMillis()))
			.responseTimeout(limits.responseTimeout())
			.doOnChannelInit((observer, channel, address) -> {
				InterimAnswers.dropOn(channel);
				HandshakeGuard.watch(channel);
			});
		httpClient = HttpProxyTunnel.lead(secure(httpClient, settings), settings);
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(settings.httpClientCustomizer().apply(httpClient)))
			.codecs((codecs) -> {
				// bodies are read and written as bytes: NangoJson does the rest
				codecs.registerDefaults(false);
				codecs.customCodecs().register(new EncoderHttpMessageWriter<>(new ByteArrayEncoder()));
				// the client reads without decoders; these are for filters of the
				// application
				ByteArrayDecoder bytes = new ByteArrayDecoder();
				bytes.setMaxInMemorySize(limits.maxInMemorySize());
				codecs.customCodecs().register(new DecoderHttpMessageReader<>(bytes));
				codecs.customCodecs().register(new DecoderHttpMessageReader<>(new DataBufferDecoder()));
				codecs.customCodecs().register(multipartWriter());
			})
			.observationRegistry(settings.observationRegistry())
			.observationConvention(new TemplateObservationConvention(settings.host()))
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.secretKey())
			.defaultHeader(HttpHeaders.USER_AGENT, UserAgent.VALUE)
			.defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE, MediaType.ALL_VALUE + ";q=0.5");
		settings.webClientCustomizer().accept(builder);
		return builder.build();
	}

	/**
	 * Also without settings, because the handshake has a limit of its own. This way of
	 * setting a context makes Reactor Netty verify host names.
	 */
	private static HttpClient secure(HttpClient httpClient, EngineSettings settings) {
		if (!settings.host().getScheme().equals("https")) {
			return httpClient;
		}
		SslContext context = (settings.tls() != null) ? new ReloadingSslContext(settings.tls())
				: SslProvider.defaultClientProvider().getSslContext();
		return httpClient
			.secure((spec) -> spec.sslContext(context).handshakeTimeout(settings.limits().connectTimeout()));
	}

	private static MultipartHttpMessageWriter multipartWriter() {
		return new MultipartHttpMessageWriter(List.of(new EncoderHttpMessageWriter<>(new ByteArrayEncoder()),
				new EncoderHttpMessageWriter<>(new DataBufferEncoder()),
				new EncoderHttpMessageWriter<>(CharSequenceEncoder.allMimeTypes()), new ResourceHttpMessageWriter(),
				new EncoderHttpMessageWriter<>(new JacksonJsonEncoder(NangoJson.instance().mapper()))));
	}

}
