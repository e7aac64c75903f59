package org.nangospring.autoconfigure.listener;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordListenerDefinition;

import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/**
 * Looks for beans with listener methods, without making any of them.
 */
final class RecordListenerBeans {

	private static final Log logger = LogFactory.getLog(RecordListenerBeans.class);

	private static final Pattern OURS = Pattern
		.compile("org\\.nangospring\\.autoconfigure\\..*AutoConfiguration(\\$.*)?");

	private static final String SPRINGS = "org.springframework.";

	/** Applications that show what Spring can do. */
	private static final String SAMPLES = "org.springframework.samples.";

	private final ConfigurableListableBeanFactory beanFactory;

	/** Those of the application, which may be one of Spring's projects itself. */
	private final List<String> packages;

	RecordListenerBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.packages = AutoConfigurationPackages.has(beanFactory) ? AutoConfigurationPackages.get(beanFactory)
				: List.of();
	}

	/**
	 * The beans, as far as their types are known now.
	 * @return their names
	 */
	List<String> names() {
		return names(false);
	}

	/**
	 * The beans that have listener methods or are the definition of a listener.
	 * @return their names
	 */
	List<String> namesWithDefinitions() {
		return names(true);
	}

	private List<String> names(boolean definitions) {
		List<String> names = new ArrayList<>();
		Iterator<String> beans = this.beanFactory.getBeanNamesIterator();
		while (beans.hasNext()) {
			String name = beans.next();
			Class<?> type = type(name);
			if (type != null
					&& (hasListener(type) || (definitions && RecordListenerDefinition.class.isAssignableFrom(type)))) {
				names.add(ScopedProxyUtils.isScopedTarget(name) ? ScopedProxyUtils.getOriginalBeanName(name) : name);
			}
		}
		return names;
	}

	/**
	 * The type of a bean, unless it is one that Spring's auto-configuration or our own
	 * made: those are the most, and to look into them takes long.
	 */
	private @Nullable Class<?> type(String name) {
		// of a scoped bean the target's type is known, the proxy's is not before it is
		// made
		boolean isProxy = this.beanFactory.containsBeanDefinition(ScopedProxyUtils.getTargetBeanName(name));
		return (!isProxy && isOfTheApplication(name)) ? this.beanFactory.getType(name, false) : null;
	}

	private boolean isOfTheApplication(String name) {
		if (!this.beanFactory.containsBeanDefinition(name)) {
			return true;
		}
		BeanDefinition definition = this.beanFactory.getBeanDefinition(name);
		if (definition.isAbstract()) {
			return false;
		}
		String origin = origin(definition);
		// a factory of Spring may make a bean of the application
		return origin == null || origin.endsWith("FactoryBean") || !isOfALibrary(origin);
	}

	private boolean isOfALibrary(String className) {
		boolean springs = className.startsWith(SPRINGS) && !className.startsWith(SAMPLES);
		if (!springs && !OURS.matcher(className).matches()) {
			return false;
		}
		for (String name : this.packages) {
			if (className.startsWith(name + ".")) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The class with the factory method, or else the bean's own.
	 */
	private static @Nullable String origin(BeanDefinition definition) {
		if (definition.getFactoryMethodName() == null) {
			return definition.getBeanClassName();
		}
		MethodMetadata method = (definition instanceof AnnotatedBeanDefinition annotated)
				? annotated.getFactoryMethodMetadata() : null;
		return (method != null) ? method.getDeclaringClassName() : null;
	}

	private boolean hasListener(Class<?> type) {
		Class<?> declared = ClassUtils.getUserClass(type);
		// none of Spring's own beans has one, and they are the most
		if (isOfALibrary(declared.getName())
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
