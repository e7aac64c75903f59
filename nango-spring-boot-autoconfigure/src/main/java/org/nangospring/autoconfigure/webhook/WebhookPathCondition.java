package org.nangospring.autoconfigure.webhook;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches when the path of the endpoint is set to more than nothing.
 */
final class WebhookPathCondition extends SpringBootCondition {

	static final String PROPERTY = "nango.webhook.path";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Nango webhook endpoint");
		return StringUtils.hasText(context.getEnvironment().getProperty(PROPERTY))
				? ConditionOutcome.match(message.because(PROPERTY + " is set"))
				: ConditionOutcome.noMatch(message.because(PROPERTY + " is not set"));
	}

}
