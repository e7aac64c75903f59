package org.nangospring.autoconfigure;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoErrorMapper;
import org.nangospring.client.NangoInterceptor;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
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

	private final BeanFactory beanFactory;

	/** One for all clients, because handlers of reloads cannot be removed. */
	private @Nullable BundleTls tls;

	NangoClientBuilderConfigurer(NangoProperties properties, NangoConnectionDetails connectionDetails,
			ObjectProvider<NangoClientBuilderCustomizer> customizers, BeanFactory beanFactory) {
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
		set("nango.max-in-memory-size", this.properties.getMaxInMemorySize(),
				(size) -> builder.maxInMemorySize(bytes(size)));
		NangoProperties.Timeout timeout = this.properties.getTimeout();
		set("nango.timeout.connect", timeout.getConnect(), builder::connectTimeout);
		set("nango.timeout.response", timeout.getResponse(), builder::responseTimeout);
		set("nango.timeout.call", timeout.getCall(), builder::callTimeout);
		NangoPoolProperties pool = this.properties.getPool();
		builder.pool((options) -> {
			set("nango.pool.max-connections", pool.getMaxConnections(), options::maxConnections);
			set("nango.pool.pending-acquire-max-count", pool.getPendingAcquireMaxCount(),
					options::pendingAcquireMaxCount);
			set("nango.pool.pending-acquire-timeout", pool.getPendingAcquireTimeout(), options::pendingAcquireTimeout);
			set("nango.pool.max-idle-time", pool.getMaxIdleTime(), options::maxIdleTime);
			set("nango.pool.max-life-time", pool.getMaxLifeTime(), options::maxLifeTime);
		});
		NangoRetryProperties retry = this.properties.getRetry();
		builder.retry((options) -> {
			set("nango.retry.max-attempts", retry.getMaxAttempts(), options::maxAttempts);
			set("nango.retry.initial-backoff", retry.getInitialBackoff(), options::initialBackoff);
			set("nango.retry.max-backoff", retry.getMaxBackoff(), options::maxBackoff);
			set("nango.retry.multiplier", retry.getMultiplier(), options::multiplier);
			set("nango.retry.budget", retry.getBudget(), options::budget);
		});
		HttpProxySettings.apply(this.properties.getHttpProxy(), builder);
	}

	private void applyConnectionDetails(NangoClientBuilder builder) {
		boolean fromProperties = this.connectionDetails instanceof PropertiesNangoConnectionDetails;
		set(fromProperties ? NangoProperties.HOST : null, this.connectionDetails.getHost(), builder::host);
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
		if (secretKey != null) {
			boolean named = fromProperties || fromDetails == null;
			set(named ? NangoProperties.SECRET_KEY : null, secretKey, builder::secretKey);
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

	static <T> void set(@Nullable String property, T value, Consumer<T> setter) {
		try {
			setter.accept(value);
		}
		catch (IllegalArgumentException ex) {
			String problem = String.valueOf(ex.getMessage());
			throw new NangoConfigurationException(property,
					(property != null) ? problem : "The NangoConnectionDetails cannot be used: " + problem);
		}
	}

}
