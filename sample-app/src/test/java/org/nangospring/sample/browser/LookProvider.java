package org.nangospring.sample.browser;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Repeats a test for each look that it asks for.
 */
final class LookProvider implements TestTemplateInvocationContextProvider {

	@Override
	public boolean supportsTestTemplate(ExtensionContext context) {
		return List.of(context.getRequiredTestMethod().getParameterTypes()).equals(List.of(Visitor.class));
	}

	@Override
	public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
		return Stream
			.of(AnnotationSupport.findAnnotation(context.getElement(), VisitorTest.class).orElseThrow().value())
			.map(Invocation::new);
	}

	private record Invocation(Look look) implements TestTemplateInvocationContext {

		@Override
		public String getDisplayName(int index) {
			return this.look.toString();
		}

		@Override
		public List<Extension> getAdditionalExtensions() {
			return List.of(new VisitorExtension(this.look));
		}

	}

}
