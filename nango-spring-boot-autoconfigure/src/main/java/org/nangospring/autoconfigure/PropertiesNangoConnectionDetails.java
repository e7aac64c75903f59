package org.nangospring.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.util.StringUtils;

/**
 * Takes host, key and SSL bundle from the properties.
 */
final class PropertiesNangoConnectionDetails implements NangoConnectionDetails {

	private final NangoProperties properties;

	private final @Nullable SslBundles sslBundles;

	private final @Nullable SslBundle otherwise;

	PropertiesNangoConnectionDetails(NangoProperties properties, @Nullable SslBundles sslBundles) {
		this(properties, sslBundles, null);
	}

	/**
	 * Creates the details.
	 * @param properties what is configured
	 * @param sslBundles the bundles of the application, or null when it has none
	 * @param otherwise the bundle to use while the properties name none, or null
	 */
	PropertiesNangoConnectionDetails(NangoProperties properties, @Nullable SslBundles sslBundles,
			@Nullable SslBundle otherwise) {
		this.properties = properties;
		this.sslBundles = sslBundles;
		this.otherwise = otherwise;
	}

	@Override
	public URI getHost() {
		String host = this.properties.getHost();
		if (host == null || host.isBlank()) {
			throw new NangoConfigurationException(NangoProperties.HOST, "The host must not be empty");
		}
		try {
			return new URI(host.trim());
		}
		catch (URISyntaxException ex) {
			// not the message: it repeats the value, and that may be a key in the wrong
			// place
			throw new NangoConfigurationException(NangoProperties.HOST, "The host is not a valid address: "
					+ ex.getReason() + ((ex.getIndex() >= 0) ? " at index " + ex.getIndex() : ""));
		}
	}

	@Override
	public @Nullable String getSecretKey() {
		return this.properties.getSecretKey();
	}

	@Override
	public @Nullable SslBundle getSslBundle() {
		String name = this.properties.getSsl().getBundle();
		return StringUtils.hasText(name) ? bundle(name) : this.otherwise;
	}

	/**
	 * Spring Boot has no failure analysis for a bundle that does not exist.
	 */
	private SslBundle bundle(String name) {
		try {
			return bundles().getBundle(name);
		}
		catch (NoSuchSslBundleException ex) {
			throw new NangoConfigurationException(NangoProperties.SSL_BUNDLE, "There is no SSL bundle '" + name
					+ "' under spring.ssl.bundle, only " + bundles().getBundleNames());
		}
	}

	/**
	 * Lets somebody know when the bundle is reloaded.
	 */
	void onUpdate(Consumer<SslBundle> handler) {
		String name = this.properties.getSsl().getBundle();
		if (StringUtils.hasText(name)) {
			bundles().addBundleUpdateHandler(name, handler);
		}
	}

	private SslBundles bundles() {
		if (this.sslBundles == null) {
			throw new NangoConfigurationException(NangoProperties.SSL_BUNDLE,
					"There are no SSL bundles, because SslAutoConfiguration is excluded");
		}
		return this.sslBundles;
	}

}
