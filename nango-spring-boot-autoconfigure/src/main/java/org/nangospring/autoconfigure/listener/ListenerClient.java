package org.nangospring.autoconfigure.listener;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.NangoClient;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.util.StringUtils;

/**
 * Chooses the client whose records are delivered.
 */
final class ListenerClient {

	private static final String PROPERTY = PropertyChecks.PREFIX + "client";

	private ListenerClient() {
	}

	/**
	 * Chooses the client.
	 * @param beanFactory holds the clients
	 * @param name its name, which is a qualifier or that of a bean, or null for the one
	 * that an injection without a qualifier gets
	 * @return the client
	 * @throws NangoConfigurationException if there is no such client
	 */
	static NangoClient choose(ListableBeanFactory beanFactory, @Nullable String name) {
		try {
			return StringUtils.hasText(name)
					? BeanFactoryAnnotationUtils.qualifiedBeanOfType(beanFactory, NangoClient.class, name.trim())
					: beanFactory.getBean(NangoClient.class);
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw new NangoConfigurationException(PROPERTY,
					"Name the client whose records are delivered, or make one of "
							+ Arrays.toString(beanFactory.getBeanNamesForType(NangoClient.class)) + " @Primary");
		}
		catch (NoSuchBeanDefinitionException ex) {
			throw StringUtils.hasText(name) ? new NangoConfigurationException(PROPERTY, "There is no such client, only "
					+ Arrays.toString(beanFactory.getBeanNamesForType(NangoClient.class))) : ex;
		}
	}

}
