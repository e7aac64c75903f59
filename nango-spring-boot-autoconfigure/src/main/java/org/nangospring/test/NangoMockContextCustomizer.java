package org.nangospring.test;

import java.util.List;
import java.util.UUID;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts a mock for a context, points the context to it, and makes it a bean. Equal for
 * tests that may share a context.
 *
 * @param setups what all tests of the context need
 */
record NangoMockContextCustomizer(List<Class<? extends NangoMockSetup>> setups) implements ContextCustomizer {

	private static final String BEAN = "nangoMock";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		ConfigurableEnvironment environment = context.getEnvironment();
		MockProperties properties = MockProperties.of(environment);
		String signingKey = properties.signingKeys().stream().findFirst().orElseGet(() -> UUID.randomUUID().toString());
		NangoMock mock = NangoMock.start(this.setups.stream().map(this::instantiate).toList(), signingKey);
		mock.application(environment);
		environment.getPropertySources().addFirst(new MapPropertySource(BEAN, properties.pointingTo(mock)));
		context.getBeanFactory().registerSingleton(BEAN, mock);
		// first to be registered, so that it is closed after those who call it
		((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(BEAN, mock::close);
	}

	private NangoMockSetup instantiate(Class<? extends NangoMockSetup> setup) {
		return BeanUtils.instantiateClass(setup);
	}

}
