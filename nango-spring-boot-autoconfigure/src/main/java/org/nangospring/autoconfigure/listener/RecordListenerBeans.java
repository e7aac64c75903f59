package org.nangospring.autoconfigure.listener;

import java.util.ArrayList;
import java.util.List;

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
		return !MethodIntrospector
			.selectMethods(declared,
					(MethodIntrospector.MetadataLookup<@Nullable NangoRecordListener>) (method) -> AnnotatedElementUtils
						.findMergedAnnotation(method, NangoRecordListener.class))
			.isEmpty();
	}

}
