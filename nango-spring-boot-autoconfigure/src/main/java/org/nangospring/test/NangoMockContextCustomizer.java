package org.nangospring.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.StringUtils;

/**
 * Starts a mock for a context, points the context to it, and makes it a bean. Equal for
 * tests that may share a context.
 *
 * @param setups what all tests of the context need
 */
record NangoMockContextCustomizer(List<Class<? extends NangoMockSetup>> setups) implements ContextCustomizer {

	private static final String BEAN = "nangoMock";

	private static final String SIGNING_KEYS = "nango.webhook.signing-keys";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		ConfigurableEnvironment environment = context.getEnvironment();
		List<String> configured = signingKeys(environment);
		String signingKey = configured.isEmpty() ? UUID.randomUUID().toString() : configured.get(0);
		NangoMock mock = NangoMock.start(this.setups.stream().map(this::instantiate).toList(), signingKey);
		mock.application(environment);
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("nango.host", mock.host());
		properties.put("nango.secret-key", mock.secretKey());
		// loopback is not reached through a proxy
		properties.put("nango.http-proxy.host", "");
		if (configured.isEmpty()) {
			properties.put(SIGNING_KEYS, signingKey);
		}
		environment.getPropertySources().addFirst(new MapPropertySource(BEAN, properties));
		context.getBeanFactory().registerSingleton(BEAN, mock);
		// first to be registered, so that it is closed after those who call it
		((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(BEAN, mock::close);
	}

	/**
	 * A placeholder that nothing is known for stays as it is.
	 */
	private static List<String> signingKeys(ConfigurableEnvironment environment) {
		return Binder.get(environment)
			.bind(SIGNING_KEYS, Bindable.listOf(String.class))
			.orElse(List.of())
			.stream()
			.filter((key) -> StringUtils.hasText(key) && !key.contains("${"))
			.toList();
	}

	private NangoMockSetup instantiate(Class<? extends NangoMockSetup> setup) {
		return BeanUtils.instantiateClass(setup);
	}

}
