package org.nangospring.autoconfigure.listener;

import java.util.List;

import org.nangospring.autoconfigure.NangoConfigurationException;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Finds listeners in beans whose definition names only an interface: they were not seen
 * when it was decided that there are none, and would never be called.
 */
final class HiddenListenerCheck implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	HiddenListenerCheck(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		boolean decided = this.environment.containsProperty(OnRecordListenerCondition.PROPERTY);
		if (decided || this.beanFactory.containsBean(RecordListenerRegistration.BEAN_NAME)) {
			return;
		}
		List<String> hidden = new RecordListenerBeans(this.beanFactory).names();
		if (!hidden.isEmpty()) {
			throw new NangoConfigurationException(OnRecordListenerCondition.PROPERTY,
					"The beans " + hidden + " have methods with @NangoRecordListener that could not be seen in time."
							+ " Let their @Bean methods return the class itself, or set the property to true");
		}
	}

}
