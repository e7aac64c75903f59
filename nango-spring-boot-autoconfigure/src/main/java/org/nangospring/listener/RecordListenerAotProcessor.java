package org.nangospring.listener;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * Lets a native image call the listener methods of a bean and read records into their
 * types. Only ahead-of-time processing loads this class. A method that cannot be a
 * listener fails there already.
 */
final class RecordListenerAotProcessor implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean bean) {
		Class<?> type = ClassUtils.getUserClass(bean.getBeanClass());
		Set<Method> methods = methods(type);
		Set<Type> payloads = new LinkedHashSet<>();
		methods.forEach((method) -> payloads.add(new ListenerMethod(method, type).payloadType()));
		ResolvableType defined = bean.getBeanType().as(RecordListenerDefinition.class).getGeneric();
		if (defined.resolve() != null) {
			payloads.add(defined.getType());
		}
		return payloads.isEmpty() ? null
				: (context, code) -> register(context.getRuntimeHints().reflection(), type, methods, payloads);
	}

	private static Set<Method> methods(Class<?> type) {
		return AnnotationUtils.isCandidateClass(type, NangoRecordListener.class)
				? RecordListenerMethods.methods(type).keySet() : Set.of();
	}

	private static void register(ReflectionHints hints, Class<?> type, Set<Method> methods, Set<Type> payloads) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints, payloads.toArray(Type[]::new));
		for (Method method : methods) {
			hints.registerMethod(method, ExecutableMode.INVOKE);
			// called instead where a proxy has nothing but the interface, or annotated
			for (Class<?> declared : ClassUtils.getAllInterfacesForClass(type)) {
				Method same = ClassUtils.getMethodIfAvailable(declared, method.getName(), method.getParameterTypes());
				if (same != null) {
					hints.registerMethod(same, ExecutableMode.INVOKE);
				}
			}
		}
	}

}
