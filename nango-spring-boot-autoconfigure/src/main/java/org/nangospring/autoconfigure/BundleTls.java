package org.nangospring.autoconfigure;

import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.TlsOptions;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;

/**
 * Hands an SSL bundle to clients. When the bundle is reloaded, their new connections use
 * what is in it then; its options stay those of the start.
 */
final class BundleTls {

	private static final Log logger = LogFactory.getLog(BundleTls.class);

	private final SslOptions options;

	private volatile Managers managers;

	/**
	 * Reads the stores of the bundle, so that one that cannot be read stops the
	 * application.
	 */
	BundleTls(SslBundle bundle) {
		this.options = bundle.getOptions();
		this.managers = Managers.of(bundle);
	}

	void update(SslBundle bundle) {
		try {
			this.managers = Managers.of(bundle);
		}
		catch (RuntimeException ex) {
			logger.warn("The SSL bundle for Nango was reloaded and cannot be used: the old one stays in use", ex);
		}
	}

	void apply(TlsOptions tls) {
		tls.keyManagerFactory(() -> this.managers.keys()).trustManagerFactory(() -> this.managers.trust());
		if (this.options.getEnabledProtocols() != null) {
			tls.protocols(List.of(this.options.getEnabledProtocols()));
		}
		if (this.options.getCiphers() != null) {
			tls.ciphers(List.of(this.options.getCiphers()));
		}
	}

	private record Managers(KeyManagerFactory keys, TrustManagerFactory trust) {

		static Managers of(SslBundle bundle) {
			SslManagerBundle managers = bundle.getManagers();
			return new Managers(managers.getKeyManagerFactory(), managers.getTrustManagerFactory());
		}

	}

}
