package org.nangospring.client;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineSettings;

/**
 * Encrypted connections of a client. Whatever is set here, the certificate of the server
 * has to carry the host name that is called.
 */
public final class TlsOptions {

	private @Nullable Supplier<KeyManagerFactory> keys;

	private @Nullable Supplier<TrustManagerFactory> trust;

	private List<String> protocols = List.of();

	private List<String> ciphers = List.of();

	TlsOptions() {
	}

	/**
	 * Sets whom to trust. The default is what the JDK trusts.
	 * @param factory the factory, initialized
	 * @return these options
	 */
	public TlsOptions trustManagerFactory(TrustManagerFactory factory) {
		Arguments.required(factory, "trust manager factory");
		return trustManagerFactory(() -> factory);
	}

	/**
	 * Sets whom to trust, where that may change while the client lives. The supplier is
	 * asked whenever a connection is made, so it should hand out what it has at hand. New
	 * connections trust by the factory it gave last; those that are there stay.
	 * @param factory gives a factory, initialized, and never null
	 * @return these options
	 */
	public TlsOptions trustManagerFactory(Supplier<TrustManagerFactory> factory) {
		this.trust = Arguments.required(factory, "trust manager factory");
		return this;
	}

	/**
	 * Sets the certificate, and the key to it, that the client shows to a server that
	 * asks for one. The default is none.
	 * @param factory the factory, initialized
	 * @return these options
	 */
	public TlsOptions keyManagerFactory(KeyManagerFactory factory) {
		Arguments.required(factory, "key manager factory");
		return keyManagerFactory(() -> factory);
	}

	/**
	 * Sets the certificate, and the key to it, where these may change while the client
	 * lives. The supplier is asked whenever a connection is made, so it should hand out
	 * what it has at hand. New connections use the factory it gave last; those that are
	 * there stay.
	 * @param factory gives a factory, initialized, and never null
	 * @return these options
	 */
	public TlsOptions keyManagerFactory(Supplier<KeyManagerFactory> factory) {
		this.keys = Arguments.required(factory, "key manager factory");
		return this;
	}

	/**
	 * Sets the versions of TLS that may be used, such as {@code TLSv1.3}. The default is
	 * what the JDK has enabled.
	 * @param protocols their names, or empty for the default
	 * @return these options
	 */
	public TlsOptions protocols(Collection<String> protocols) {
		this.protocols = names(protocols, "protocol");
		return this;
	}

	/**
	 * Sets the cipher suites that may be used. The default is what the JDK has enabled.
	 * @param ciphers their names, or empty for the default
	 * @return these options
	 */
	public TlsOptions ciphers(Collection<String> ciphers) {
		this.ciphers = names(ciphers, "cipher suite");
		return this;
	}

	private static List<String> names(Collection<String> names, String kind) {
		return Arguments.required(names, "list of names").stream().map((name) -> Arguments.text(name, kind)).toList();
	}

	EngineSettings.@Nullable Tls settings() {
		boolean untouched = this.keys == null && this.trust == null && this.protocols.isEmpty()
				&& this.ciphers.isEmpty();
		return untouched ? null : new EngineSettings.Tls(this.keys, this.trust, this.protocols, this.ciphers);
	}

}
