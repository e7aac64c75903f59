package org.nangospring.listener;

import java.lang.reflect.Method;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Finds the methods of beans that are annotated with {@link NangoRecordListener} and
 * registers them, when all singletons are there and nothing has started yet.
 */
public final class RecordListenerMethods implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(RecordListenerMethods.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final NangoRecordListeners listeners;

	/**
	 * Creates the search.
	 * @param beanFactory has the beans
	 * @param listeners takes the listeners
	 */
	public RecordListenerMethods(ConfigurableListableBeanFactory beanFactory, NangoRecordListeners listeners) {
		this.beanFactory = beanFactory;
		this.listeners = listeners;
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (String name : this.beanFactory.getBeanNamesForType(Object.class)) {
			if (!ScopedProxyUtils.isScopedTarget(name)) {
				Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, name);
				if (type != null && AnnotationUtils.isCandidateClass(type, NangoRecordListener.class)) {
					register(name, type);
				}
			}
		}
	}

	private void register(String name, Class<?> type) {
		methods(type).forEach((method, annotation) -> {
			if (annotation != null) {
				register(name, new ListenerMethod(method, type), annotation);
			}
		});
	}

	/**
	 * The listener methods of a class.
	 */
	static Map<Method, @Nullable NangoRecordListener> methods(Class<?> type) {
		try {
			return MethodIntrospector.selectMethods(type,
					(MethodIntrospector.MetadataLookup<@Nullable NangoRecordListener>) (method) -> AnnotatedElementUtils
						.findMergedAnnotation(method, NangoRecordListener.class));
		}
		catch (IllegalStateException | LinkageError ex) {
			// usual in beans for libraries that are not there
			logger.debug("The methods of " + type.getName() + " name a type that is not there", ex);
			return Map.of();
		}
	}

	private void register(String name, ListenerMethod method, NangoRecordListener annotation) {
		try {
			RecordListenerDefinition.Builder<?> builder = new AnnotatedListener(annotation, this.beanFactory)
				.builder(method.payloadType());
			this.listeners.register(method.listening(builder, this.beanFactory.getBean(name)));
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			throw new IllegalStateException("The record listener " + method + " cannot be used: " + ex.getMessage(),
					ex);
		}
	}

}
