package org.nangospring.listener;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.record.NangoRecord;
import reactor.core.publisher.Flux;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * A method that changes are passed to: finds out from its signature what it takes, calls
 * it, and waits for what it returns.
 */
final class ListenerMethod {

	private final Method method;

	private final ListenerParameters parameters;

	private final @Nullable ReactiveAdapter adapter;

	/**
	 * Looks at a method.
	 * @param method the method, as it is declared
	 * @param targetClass the class of the bean
	 * @throws IllegalStateException if the method cannot be a listener
	 */
	ListenerMethod(Method method, Class<?> targetClass) {
		this.method = method;
		this.parameters = ListenerParameters.of(method, targetClass);
		this.adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(method.getReturnType());
	}

	@Override
	public String toString() {
		return name(this.method);
	}

	private static String name(Method method) {
		return method.getDeclaringClass().getName() + "." + method.getName();
	}

	/**
	 * The type of the payload.
	 */
	Type payloadType() {
		return this.parameters.payloadType();
	}

	/**
	 * Ends a definition with a call of the method.
	 * @param builder the definition
	 * @param bean the bean, or a proxy of it
	 * @return the definition
	 */
	<T> RecordListenerDefinition<T> listening(RecordListenerDefinition.Builder<T> builder, Object bean) {
		Method invocable = AopUtils.selectInvocableMethod(this.method, bean.getClass());
		ReflectionUtils.makeAccessible(invocable);
		return switch (this.parameters.kind()) {
			case BATCH -> builder.batches((batch) -> call(invocable, bean, batch, batch.stream()));
			case LIST -> builder.batches((batch) -> call(invocable, bean, batch.records(), batch.stream()));
			case RECORD -> builder.records((stream, record) -> call(invocable, bean, record, stream));
		};
	}

	private void call(Method invocable, Object bean, Object changes, RecordStreamId stream) throws Exception {
		Object result;
		try {
			result = invocable.invoke(bean, this.parameters.arguments(changes, stream));
		}
		catch (InvocationTargetException ex) {
			ReflectionUtils.rethrowException(ex.getTargetException());
			throw ex;
		}
		if (this.adapter != null && result != null) {
			Flux.from(this.adapter.toPublisher(result)).then().block();
		}
	}

	/**
	 * What a method takes.
	 *
	 * @param kind how it takes changes
	 * @param payloadType the type of the payload
	 * @param changes the index of the parameter that takes changes
	 * @param count how many parameters there are
	 */
	private record ListenerParameters(Kind kind, Type payloadType, int changes, int count) {

		static ListenerParameters of(Method method, Class<?> targetClass) {
			ListenerParameters found = null;
			int streams = 0;
			for (int i = 0; i < method.getParameterCount(); i++) {
				ResolvableType type = ResolvableType.forMethodParameter(method, i, targetClass);
				Kind kind = kind(type);
				if (kind != null && found == null) {
					found = new ListenerParameters(kind, payload(kind, type, method), i, method.getParameterCount());
				}
				else if (type.resolve() == RecordStreamId.class) {
					streams++;
				}
			}
			if (found == null || found.count() != 1 + streams) {
				throw unusable(method, "it has to take a RecordBatch, a List of NangoRecord or one NangoRecord, and"
						+ " nothing else but a RecordStreamId");
			}
			return found;
		}

		private static @Nullable Kind kind(ResolvableType type) {
			Class<?> resolved = type.resolve();
			if (resolved == RecordBatch.class) {
				return Kind.BATCH;
			}
			if (resolved == List.class && type.getGeneric(0).resolve() == NangoRecord.class) {
				return Kind.LIST;
			}
			return (resolved == NangoRecord.class) ? Kind.RECORD : null;
		}

		private static Type payload(Kind kind, ResolvableType type, Method method) {
			ResolvableType payload = (kind == Kind.LIST) ? type.getGeneric(0, 0) : type.getGeneric(0);
			Class<?> resolved = payload.resolve();
			if (resolved == null) {
				throw unusable(method, "it has to name the type of the records, for example RecordBatch<Issue>, or"
						+ " RecordBatch<Map<String, Object>> for any");
			}
			return payload.hasGenerics() ? payload.getType() : resolved;
		}

		@Nullable Object[] arguments(Object value, RecordStreamId stream) {
			@Nullable Object[] arguments = new Object[this.count];
			for (int i = 0; i < this.count; i++) {
				arguments[i] = (i == this.changes) ? value : stream;
			}
			return arguments;
		}

		private static IllegalStateException unusable(Method method, String reason) {
			return new IllegalStateException(
					"The method " + name(method) + " cannot be a @NangoRecordListener: " + reason);
		}

	}

	private enum Kind {

		BATCH, LIST, RECORD

	}

}
