package org.nangospring.sample.browser;

import java.time.Duration;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.nangospring.sample.nango.ManualClock;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives a test its visitor, and lets the visitor go afterwards. All tests share one
 * browser, because its start is slow.
 */
final class VisitorExtension implements ParameterResolver, AfterTestExecutionCallback {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
		.create(VisitorExtension.class);

	private final Look look;

	VisitorExtension(Look look) {
		this.look = look;
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Visitor.class;
	}

	@Override
	public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
		SharedBrowser browser = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(SharedBrowser.class, (type) -> new SharedBrowser(), SharedBrowser.class);
		ApplicationContext application = SpringExtension.getApplicationContext(context);
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		// by then Nango takes as many calls as at first
		application.getBean(ManualClock.class).advance(Duration.ofMinutes(1));
		String name = context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName();
		Visitor visitor = new Visitor(browser.fresh(), this.look, "http://127.0.0.1:" + port, name);
		context.getStore(NAMESPACE).put(Visitor.class, visitor);
		return visitor;
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		Visitor visitor = context.getStore(NAMESPACE).get(Visitor.class, Visitor.class);
		if (visitor != null) {
			visitor.leave(context.getExecutionException().orElse(null));
		}
	}

}
