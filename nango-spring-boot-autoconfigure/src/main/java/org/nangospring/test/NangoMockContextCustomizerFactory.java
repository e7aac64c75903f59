package org.nangospring.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Looks for {@link AutoConfigureNangoMock}.
 */
final class NangoMockContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		AutoConfigureNangoMock annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				AutoConfigureNangoMock.class);
		if (annotation == null) {
			return null;
		}
		WireMockCheck.check(testClass.getClassLoader());
		return new NangoMockContextCustomizer(List.of(annotation.setup()));
	}

}
