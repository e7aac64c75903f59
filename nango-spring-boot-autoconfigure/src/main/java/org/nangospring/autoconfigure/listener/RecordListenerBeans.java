package org.nangospring.autoconfigure.listener;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.listener.NangoRecordListener;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * Looks for beans with listener methods, without making any of them.
 */
final class RecordListenerBeans {

	private static final Log logger = LogFactory.getLog(RecordListenerBeans.class);

	private final ConfigurableListableBeanFactory beanFactory;

	RecordListenerBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * The beans, as far as their types are known now.
	 * @return their names
	 */
	List<String> names() {
		List<String> names = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			if (!ScopedProxyUtils.isScopedTarget(name) && hasListener(this.beanFactory.getType(name, false))) {
				names.add(name);
			}
		}
		return names;
	}

	private static boolean hasListener(@Nullable Class<?> type) {
		if (type == null) {
			return false;
		}
		Class<?> declared = ClassUtils.getUserClass(type);
		// none of Spring's own beans has one, and they are the most
		if (declared.getName().startsWith("org.springframework.")
				|| !AnnotationUtils.isCandidateClass(declared, NangoRecordListener.class)) {
			return false;
		}
		return hasMethod(declared);
	}

	private static boolean hasMethod(Class<?> type) {
		try {
			return !MethodIntrospector
				.selectMethods(type, (MethodIntrospector.MetadataLookup<@Nullable NangoRecordListener>) (
						method) -> AnnotatedElementUtils.findMergedAnnotation(method, NangoRecordListener.class))
				.isEmpty();
		}
		catch (IllegalStateException | LinkageError ex) {
			logger.debug("The methods of " + type.getName() + " name a type that is not there", ex);
			return false;
		}
	}

}
