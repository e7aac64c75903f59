package org.nangospring.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoRetryPolicy;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * The application's retry policy. Which one it is, is known when a client is made; it is
 * made itself when a call fails first, because it may need the client.
 */
final class RetryPolicyBean implements Supplier<@Nullable NangoRetryPolicy> {

	private final ConfigurableListableBeanFactory beanFactory;

	private final @Nullable String name;

	/**
	 * Chooses the policy as an injection would.
	 * @param beanFactory holds the beans
	 * @throws NangoConfigurationException if there are several and none is primary
	 */
	RetryPolicyBean(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.name = choose();
	}

	@Override
	public @Nullable NangoRetryPolicy get() {
		return (this.name != null) ? this.beanFactory.getBean(this.name, NangoRetryPolicy.class) : null;
	}

	private @Nullable String choose() {
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, NangoRetryPolicy.class,
				true, false);
		List<String> candidates = keep(Arrays.asList(names),
				(bean) -> bean.isAutowireCandidate() && bean.isDefaultCandidate());
		List<String> chosen = keep(candidates, AbstractBeanDefinition::isPrimary);
		if (chosen.isEmpty()) {
			chosen = keep(candidates, (bean) -> !bean.isFallback());
		}
		if (chosen.isEmpty()) {
			chosen = candidates;
		}
		if (chosen.size() > 1) {
			throw new NangoConfigurationException(null,
					"There are several beans of type NangoRetryPolicy: mark one of " + candidates + " with @Primary");
		}
		return chosen.isEmpty() ? null : chosen.get(0);
	}

	private List<String> keep(List<String> names, Predicate<AbstractBeanDefinition> condition) {
		List<String> kept = new ArrayList<>();
		for (String candidate : names) {
			if (condition.test(definition(candidate))) {
				kept.add(candidate);
			}
		}
		return kept;
	}

	private AbstractBeanDefinition definition(String candidate) {
		try {
			return (AbstractBeanDefinition) this.beanFactory.getMergedBeanDefinition(candidate);
		}
		catch (NoSuchBeanDefinitionException ex) {
			// an object that somebody registered by hand
			return new RootBeanDefinition();
		}
	}

}
