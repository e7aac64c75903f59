package org.nangospring.autoconfigure;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether there is a client without a name. Only where all clients have names, and
 * nothing gives a key to one without, there is none.
 */
final class DefaultClientCondition extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Nango client without a name");
		if (!NamedClientsCondition.isSet(context.getEnvironment())) {
			return ConditionOutcome.match(message.because("nothing is set under nango.clients"));
		}
		// one that is empty is a mistake that has to be told, not a wish
		if (NamedClients.isSet(context.getEnvironment(), NangoProperties.SECRET_KEY)) {
			return ConditionOutcome.match(message.foundExactly(NangoProperties.SECRET_KEY));
		}
		return hasDetails(context.getBeanFactory())
				? ConditionOutcome.match(message.foundExactly("a NangoConnectionDetails bean"))
				: ConditionOutcome.noMatch(message.because("there are only nango.clients and no nango.secret-key"));
	}

	private static boolean hasDetails(@Nullable ConfigurableListableBeanFactory beanFactory) {
		return beanFactory != null
				&& Arrays.stream(beanFactory.getBeanNamesForType(NangoConnectionDetails.class, true, false))
					.anyMatch((name) -> !beanFactory.isTypeMatch(name, PropertiesNangoConnectionDetails.class));
	}

}
