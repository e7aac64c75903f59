package org.nangospring.autoconfigure.listener;

import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.autoconfigure.NangoListenersProperties;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordListenerDefinition;
import org.nangospring.listener.RecordListenerMethods;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Registers the listeners that are beans, or methods of beans, before anything starts.
 */
final class RecordListenerRegistration implements SmartInitializingSingleton {

	static final String BEAN_NAME = "nangoRecordListenerRegistration";

	private static final Log logger = LogFactory.getLog(RecordListenerRegistration.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final NangoRecordListeners listeners;

	private final ObjectProvider<RecordListenerDefinition<?>> definitions;

	private final NangoListenersProperties properties;

	RecordListenerRegistration(ConfigurableListableBeanFactory beanFactory, NangoRecordListeners listeners,
			ObjectProvider<RecordListenerDefinition<?>> definitions, NangoListenersProperties properties) {
		this.beanFactory = beanFactory;
		this.listeners = listeners;
		this.definitions = definitions;
		this.properties = properties;
	}

	@Override
	public void afterSingletonsInstantiated() {
		new RecordListenerMethods(this.beanFactory, this.listeners).afterSingletonsInstantiated();
		this.definitions.orderedStream().forEach(this.listeners::register);
		Set<String> unused = new TreeSet<>(this.properties.getListener().keySet());
		ListenerOptions options = new ListenerOptions(this.properties);
		for (String id : this.listeners.ids()) {
			String key = options.key(id);
			if (key != null) {
				unused.remove(key);
			}
		}
		if (!unused.isEmpty()) {
			logger.warn("There are settings under nango.listeners.listener for " + unused
					+ ", but no such record listener, only " + new TreeSet<>(this.listeners.ids()));
		}
	}

}
