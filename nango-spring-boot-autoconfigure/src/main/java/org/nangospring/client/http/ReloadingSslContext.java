package org.nangospring.client.http;

import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManagerFactory;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolNegotiator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.ReferenceCountUtil;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes encrypted connections with the keys and the trust there are when they are made,
 * so that certificates can be exchanged while the client lives. The pool sees one and the
 * same context all the time and keeps its connections.
 */
final class ReloadingSslContext extends SslContext {

	private static final Log logger = LogFactory.getLog(ReloadingSslContext.class);

	private final EngineSettings.Tls settings;

	private final Object monitor = new Object();

	private volatile Made made;

	/**
	 * Creates the context.
	 * @throws TlsSettingsException if the settings cannot be used
	 */
	ReloadingSslContext(EngineSettings.Tls settings) {
		this.settings = settings;
		try {
			KeyManagerFactory keys = ask(settings.keys());
			TrustManagerFactory trust = ask(settings.trust());
			this.made = new Made(keys, trust, build(keys, trust));
		}
		catch (SSLException | RuntimeException ex) {
			throw new TlsSettingsException(ex);
		}
	}

	private SslContext current() {
		try {
			KeyManagerFactory keys = ask(this.settings.keys());
			TrustManagerFactory trust = ask(this.settings.trust());
			if (this.made.isOf(keys, trust)) {
				return this.made.context();
			}
			return remake(keys, trust);
		}
		catch (RuntimeException ex) {
			logger.warn("New TLS settings for Nango cannot be had: the old ones stay in use", ex);
			return this.made.context();
		}
	}

	/**
	 * What cannot be used is remembered all the same, so that it is tried and complained
	 * about once.
	 */
	private SslContext remake(@Nullable KeyManagerFactory keys, @Nullable TrustManagerFactory trust) {
		synchronized (this.monitor) {
			SslContext context = this.made.context();
			if (!this.made.isOf(keys, trust)) {
				try {
					context = build(keys, trust);
				}
				catch (SSLException | RuntimeException ex) {
					logger.warn("New TLS settings for Nango cannot be used: the old ones stay in use", ex);
				}
				this.made = new Made(keys, trust, context);
			}
			return context;
		}
	}

	private SslContext build(@Nullable KeyManagerFactory keys, @Nullable TrustManagerFactory trust)
			throws SSLException {
		SslContextBuilder builder = SslContextBuilder.forClient().keyManager(keys).trustManager(trust);
		if (!this.settings.protocols().isEmpty()) {
			builder.protocols(this.settings.protocols());
		}
		if (!this.settings.ciphers().isEmpty()) {
			builder.ciphers(this.settings.ciphers());
		}
		SslContext context = builder.build();
		// names that nobody knows are only found out by the first engine
		ReferenceCountUtil.release(context.newEngine(ByteBufAllocator.DEFAULT));
		return context;
	}

	private static <T> @Nullable T ask(@Nullable Supplier<T> supplier) {
		return (supplier != null) ? supplier.get() : null;
	}

	@Override
	public boolean isClient() {
		return true;
	}

	@Override
	public List<String> cipherSuites() {
		return this.made.context().cipherSuites();
	}

	@Override
	@SuppressWarnings("deprecation")
	public ApplicationProtocolNegotiator applicationProtocolNegotiator() {
		return this.made.context().applicationProtocolNegotiator();
	}

	@Override
	public SSLEngine newEngine(ByteBufAllocator allocator) {
		return current().newEngine(allocator);
	}

	@Override
	public SSLEngine newEngine(ByteBufAllocator allocator, String host, int port) {
		return current().newEngine(allocator, host, port);
	}

	@Override
	public SSLSessionContext sessionContext() {
		return this.made.context().sessionContext();
	}

	private record Made(@Nullable KeyManagerFactory keys, @Nullable TrustManagerFactory trust, SslContext context) {

		boolean isOf(@Nullable KeyManagerFactory otherKeys, @Nullable TrustManagerFactory otherTrust) {
			return this.keys == otherKeys && this.trust == otherTrust;
		}

	}

}
