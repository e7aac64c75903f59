package org.nangospring.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a result for all it has, and those it has in turn: nothing is null that is not
 * declared so, and nothing is thrown but a {@link NangoException}.
 */
public final class Promises {

	private static final Map<Class<?>, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

	private static final int MAX_MESSAGE = 5_000;

	private Promises() {
	}

	/**
	 * Checks a result.
	 * @param result the result, null where there may be none
	 */
	public static void hold(@Nullable Object result) {
		if (result == null) {
			return;
		}
		if (result instanceof HttpHeaders headers) {
			headers.forEach((name, values) -> assertThat(values).as(name).doesNotContainNull());
		}
		else if (result instanceof Map<?, ?> map) {
			map.forEach((key, value) -> {
				assertThat(key).isNotNull();
				hold(value);
			});
		}
		else if (result instanceof Collection<?> items) {
			items.forEach(Promises::hold);
		}
		else if (result.getClass().getPackageName().startsWith("org.nangospring.")) {
			holdOwn(result);
		}
	}

	private static void holdOwn(Object result) {
		assertThat(result.toString()).isNotNull();
		assertThat(result.equals(result)).isTrue();
		assertThat(result.equals("something else")).isFalse();
		assertThat(result.hashCode()).isEqualTo(result.hashCode());
		for (Method accessor : ACCESSORS.computeIfAbsent(result.getClass(), Promises::accessors)) {
			Object value = get(result, accessor);
			if (value != NOTHING) {
				notNull(accessor.getAnnotatedReturnType(), value, accessor);
				hold(value);
			}
		}
	}

	/**
	 * Checks an exception: its message is one line of bounded length, it can be
	 * serialized, and it has none of the texts that must not be seen.
	 * @param failure the exception
	 * @param secrets what must not be seen in its message and in those of its causes
	 */
	public static void hold(NangoException failure, Collection<String> secrets) {
		holdOwn(failure);
		assertThat(failure.getMessage()).matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]*").hasSizeLessThan(MAX_MESSAGE);
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			assertThat(cause.toString()).doesNotContain(secrets);
		}
		try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
			out.writeObject(failure);
		}
		catch (IOException ex) {
			throw new AssertionError("It cannot be serialized", ex);
		}
	}

	private static final Object NOTHING = new Object();

	private static @Nullable Object get(Object target, Method accessor) {
		try {
			return accessor.invoke(target);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof NangoException failure) {
				hold(failure, List.of(JsonGarbage.MARKER));
				return NOTHING;
			}
			throw new AssertionError(accessor + " throws " + ex.getCause(), ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new AssertionError(ex);
		}
	}

	private static void notNull(AnnotatedType type, @Nullable Object value, Method accessor) {
		if (type.isAnnotationPresent(Nullable.class) || type.getType() instanceof TypeVariable) {
			return;
		}
		assertThat(value).as("what " + accessor + " returns").isNotNull();
		if (type instanceof AnnotatedParameterizedType generic && (value instanceof List || value instanceof Map)) {
			AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
			Collection<?> items = (value instanceof Map<?, ?> map) ? map.values() : (List<?>) value;
			items.forEach((item) -> notNull(arguments[arguments.length - 1], item, accessor));
		}
	}

	/**
	 * The methods without parameters that the public types of a class have.
	 */
	private static List<Method> accessors(Class<?> type) {
		return Arrays.stream(type.getMethods())
			.filter((method) -> method.getParameterCount() == 0 && method.getReturnType() != void.class
					&& !Modifier.isStatic(method.getModifiers()) && !method.isBridge()
					&& isOurs(method.getDeclaringClass()))
			.flatMap((method) -> declarations(type, method).stream())
			.peek((method) -> method.setAccessible(true))
			.toList();
	}

	private static boolean isOurs(Class<?> type) {
		return type.getPackageName().startsWith("org.nangospring.");
	}

	/**
	 * A method as public types declare it, whose annotations are the promise. Those of a
	 * hidden record say nothing to a user.
	 */
	private static List<Method> declarations(Class<?> type, Method method) {
		if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
			return List.of(method);
		}
		return org.springframework.util.ClassUtils.getAllInterfacesForClassAsSet(type)
			.stream()
			.filter(Promises::isOurs)
			.flatMap((face) -> Arrays.stream(face.getDeclaredMethods()))
			.filter((declared) -> declared.getName().equals(method.getName()) && declared.getParameterCount() == 0
					&& !declared.isBridge())
			.toList();
	}

}
