package org.nangospring.autoconfigure.listener;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether there are record listeners. Asked when the beans of the application are known.
 */
final class OnRecordListenerCondition extends SpringBootCondition implements ConfigurationCondition {

	static final String PROPERTY = "nango.listeners.enabled";

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnRecordListener.class);
		Boolean enabled = context.getEnvironment().getProperty(PROPERTY, Boolean.class);
		if (enabled != null) {
			return new ConditionOutcome(enabled, message.because(PROPERTY + " is " + enabled));
		}
		List<String> beans = beans(context.getBeanFactory());
		ConditionMessage found = (!beans.isEmpty()) ? message.found("bean", "beans").items(beans)
				: message.didNotFind("any bean with a @NangoRecordListener").atAll();
		return new ConditionOutcome(!beans.isEmpty(), found);
	}

	private static List<String> beans(@Nullable ConfigurableListableBeanFactory beanFactory) {
		return (beanFactory != null) ? new RecordListenerBeans(beanFactory).namesWithDefinitions() : List.of();
	}

}
