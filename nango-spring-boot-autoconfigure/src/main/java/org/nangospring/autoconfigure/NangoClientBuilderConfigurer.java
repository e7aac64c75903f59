package org.nangospring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.PoolOptions;
import org.nangospring.client.RetryOptions;
import org.nangospring.client.NangoErrorMapper;
import org.nangospring.client.NangoInterceptor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.unit.DataSize;

/**
 * Applies to a builder what is configured: first the properties, then the connection
 * details, then the beans that extend the client, then the customizers. The one place
 * that knows this order.
 */
final class NangoClientBuilderConfigurer {

	private final NangoProperties properties;

	private final NangoConnectionDetails connectionDetails;

	private final ObjectProvider<NangoClientBuilderCustomizer> customizers;

	private final ConfigurableListableBeanFactory beanFactory;

	/** One for all clients, because handlers of reloads cannot be removed. */
	private @Nullable BundleTls tls;

	NangoClientBuilderConfigurer(NangoProperties properties, NangoConnectionDetails connectionDetails,
			ObjectProvider<NangoClientBuilderCustomizer> customizers, ConfigurableListableBeanFactory beanFactory) {
		this.properties = properties;
		this.connectionDetails = connectionDetails;
		this.customizers = customizers;
		this.beanFactory = beanFactory;
	}

	NangoClientBuilder configure(NangoClientBuilder builder) {
		applyProperties(builder);
		applyConnectionDetails(builder);
		applyExtensions(builder);
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	private void applyProperties(NangoClientBuilder builder) {
		Applying applying = new Applying();
		try {
			applying.property = "nango.max-in-memory-size";
			builder.maxInMemorySize(bytes(this.properties.getMaxInMemorySize()));
			NangoProperties.Timeout timeout = this.properties.getTimeout();
			applying.property = "nango.timeout.connect";
			builder.connectTimeout(timeout.getConnect());
			applying.property = "nango.timeout.response";
			builder.responseTimeout(timeout.getResponse());
			applying.property = "nango.timeout.call";
			builder.callTimeout(timeout.getCall());
			builder.pool((options) -> apply(this.properties.getPool(), options, applying));
			builder.retry((options) -> apply(this.properties.getRetry(), options, applying));
		}
		catch (IllegalArgumentException ex) {
			throw new NangoConfigurationException(applying.property, String.valueOf(ex.getMessage()));
		}
		HttpProxySettings.apply(this.properties.getHttpProxy(), builder);
	}

	private static void apply(NangoPoolProperties pool, PoolOptions options, Applying applying) {
		applying.property = "nango.pool.max-connections";
		options.maxConnections(pool.getMaxConnections());
		applying.property = "nango.pool.pending-acquire-max-count";
		options.pendingAcquireMaxCount(pool.getPendingAcquireMaxCount());
		applying.property = "nango.pool.pending-acquire-timeout";
		options.pendingAcquireTimeout(pool.getPendingAcquireTimeout());
		applying.property = "nango.pool.max-idle-time";
		options.maxIdleTime(pool.getMaxIdleTime());
		applying.property = "nango.pool.max-life-time";
		options.maxLifeTime(pool.getMaxLifeTime());
		options.measured(pool.isMeasured());
	}

	private static void apply(NangoRetryProperties retry, RetryOptions options, Applying applying) {
		applying.property = "nango.retry.max-attempts";
		options.maxAttempts(retry.getMaxAttempts());
		applying.property = "nango.retry.initial-backoff";
		options.initialBackoff(retry.getInitialBackoff());
		applying.property = "nango.retry.max-backoff";
		options.maxBackoff(retry.getMaxBackoff());
		applying.property = "nango.retry.multiplier";
		options.multiplier(retry.getMultiplier());
		applying.property = "nango.retry.budget";
		options.budget(retry.getBudget());
	}

	private void applyConnectionDetails(NangoClientBuilder builder) {
		boolean fromProperties = this.connectionDetails instanceof PropertiesNangoConnectionDetails;
		try {
			builder.host(this.connectionDetails.getHost());
		}
		catch (IllegalArgumentException ex) {
			throw unusable(fromProperties ? NangoProperties.HOST : null, ex);
		}
		applySecretKey(builder, this.connectionDetails.getSecretKey(), fromProperties);
		BundleTls bundle = tls();
		if (bundle != null) {
			builder.tls(bundle::apply);
		}
	}

	/**
	 * Connection details may know only the host, for example that of a container.
	 */
	private void applySecretKey(NangoClientBuilder builder, @Nullable String fromDetails, boolean fromProperties) {
		String secretKey = (fromDetails != null) ? fromDetails : this.properties.getSecretKey();
		if (secretKey == null) {
			return;
		}
		try {
			builder.secretKey(secretKey);
		}
		catch (IllegalArgumentException ex) {
			throw unusable((fromProperties || fromDetails == null) ? NangoProperties.SECRET_KEY : null, ex);
		}
	}

	private void applyExtensions(NangoClientBuilder builder) {
		builder.interceptors(new BeansOfType<>(this.beanFactory, NangoInterceptor.class))
			.retryPolicy(new RetryPolicyBean(this.beanFactory))
			.errorMappers(new BeansOfType<>(this.beanFactory, NangoErrorMapper.class));
	}

	private synchronized @Nullable BundleTls tls() {
		if (this.tls == null) {
			SslBundle bundle = this.connectionDetails.getSslBundle();
			if (bundle != null) {
				this.tls = read(bundle);
			}
		}
		return this.tls;
	}

	private BundleTls read(SslBundle bundle) {
		PropertiesNangoConnectionDetails named = (this.connectionDetails instanceof PropertiesNangoConnectionDetails own)
				? own : null;
		try {
			BundleTls read = new BundleTls(bundle);
			if (named != null) {
				named.onUpdate(read::update);
			}
			return read;
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			throw new NangoConfigurationException((named != null) ? NangoProperties.SSL_BUNDLE : null,
					"The SSL bundle cannot be used: " + NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
		}
	}

	private static int bytes(DataSize size) {
		if (size == null || size.toBytes() > Integer.MAX_VALUE) {
			throw new IllegalArgumentException("The memory limit must be less than 2 GB, not " + size);
		}
		return Math.toIntExact(Math.max(0, size.toBytes()));
	}

	static NangoConfigurationException unusable(@Nullable String property, IllegalArgumentException ex) {
		String problem = String.valueOf(ex.getMessage());
		return new NangoConfigurationException(property,
				(property != null) ? problem : "The NangoConnectionDetails cannot be used: " + problem);
	}

	/**
	 * Names the property that is being applied, for the case that it cannot be used. A
	 * function for each property would cost some milliseconds of every start.
	 */
	private static final class Applying {

		private @Nullable String property;

	}

}
