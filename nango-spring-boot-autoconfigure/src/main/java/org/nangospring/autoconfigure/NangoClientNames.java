package org.nangospring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nangospring.client.NangoClient;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;

/**
 * Tells the clients of an application apart, in the same way wherever they are shown.
 */
public final class NangoClientNames {

	private NangoClientNames() {
	}

	/**
	 * All clients that are beans.
	 * @param beanFactory holds the beans
	 * @return the clients by their names, or by the names of their beans unless each has
	 * a name of its own
	 */
	public static Map<String, NangoClient> clients(ConfigurableListableBeanFactory beanFactory) {
		Map<String, NangoClient> beans = SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory,
				NangoClient.class, false, true);
		Map<String, NangoClient> named = new LinkedHashMap<>();
		for (NangoClient client : beans.values()) {
			String name = client.name();
			// mocks have none
			if (name == null || named.put(name, client) != null) {
				return beans;
			}
		}
		return named;
	}

}
