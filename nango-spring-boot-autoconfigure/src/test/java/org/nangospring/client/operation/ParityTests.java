package org.nangospring.client.operation;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangospring.client.DerivedClientBuilder;
import org.nangospring.client.NangoClient;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The blocking and the reactive client have the same methods.
 */
class ParityTests {

	/** What a client has that is no call. */
	private static final Set<String> ONLY_BLOCKING = Set.of("static NangoClient.builder()", "NangoClient.reactive()");

	/** Bodies that come in pieces are for those who do not wait. */
	private static final Set<String> ONLY_REACTIVE = Set.of("ReactiveProxyCall.body(MediaType,Publisher)");

	/** What sends nothing and so returns the same either way. */
	private static final Set<String> SAME = Set.of("integrationId", "connectionId", "toString", "rateLimit", "name",
			"host", "close");

	static Stream<Class<?>> clientAndGroups() {
		return Stream.concat(Stream.of(NangoClient.class), CatalogCoverageTests.GROUPS.stream());
	}

	@ParameterizedTest
	@MethodSource("clientAndGroups")
	void bothWaysHaveTheSameMethods(Class<?> blocking) throws ClassNotFoundException {
		Class<?> reactive = Class.forName(blocking.getPackageName() + ".Reactive" + blocking.getSimpleName());
		assertThat(methods(reactive)).isEqualTo(expected(blocking));
	}

	@Test
	void theRuleTellsATypeThatIsNotTranslated() {
		assertThat(translated("java.util.List<java.lang.String>")).isEqualTo("Mono<java.util.List<java.lang.String>>");
		assertThat(translated("void")).isEqualTo("Mono<java.lang.Void>");
		assertThat(translated("long")).isEqualTo("Mono<java.lang.Long>");
		assertThat(translated("java.util.stream.Stream<T>")).isEqualTo("Flux<T>");
		assertThat(translated("org.nangospring.client.DerivedClientBuilder<org.nangospring.client.NangoClient>"))
			.isEqualTo("org.nangospring.client.DerivedClientBuilder<org.nangospring.client.ReactiveNangoClient>");
	}

	private static Map<String, String> expected(Class<?> blocking) {
		Map<String, String> result = new TreeMap<>();
		publicMethods(blocking).forEach((method) -> {
			String type = SAME.contains(method.getName()) ? method.getGenericReturnType().getTypeName()
					: translated(method.getGenericReturnType().getTypeName());
			result.put(signature(method), plain(type));
		});
		return result;
	}

	private static Map<String, String> methods(Class<?> reactive) {
		Map<String, String> result = new TreeMap<>();
		publicMethods(reactive).filter((method) -> !ONLY_REACTIVE.contains(shortSignature(method)))
			.forEach((method) -> result.put(signature(method), plain(method.getGenericReturnType().getTypeName())));
		return result;
	}

	private static Stream<Method> publicMethods(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.filter((method) -> !ONLY_BLOCKING.contains((Modifier.isStatic(method.getModifiers()) ? "static " : "")
					+ type.getSimpleName() + "." + method.getName() + "()"));
	}

	private static String shortSignature(Method method) {
		return method.getDeclaringClass().getSimpleName() + "." + method.getName()
				+ Arrays.stream(method.getParameterTypes())
					.map(Class::getSimpleName)
					.collect(Collectors.joining(",", "(", ")"));
	}

	private static String signature(Method method) {
		return method.getName() + Arrays.stream(method.getGenericParameterTypes()).map(Type::getTypeName).toList()
				+ (method.isVarArgs() ? "..." : "") + Arrays.toString(method.getTypeParameters());
	}

	/**
	 * The type that a reactive method has where the blocking one has this.
	 */
	private static String translated(String type) {
		String raw = type.replaceAll("<.*", "");
		if (raw.equals(DerivedClientBuilder.class.getName())) {
			// what it builds is of the same kind as what it was made from
			return type.replace("NangoClient", "ReactiveNangoClient");
		}
		if (CatalogCoverageTests.GROUPS.stream().anyMatch((group) -> group.getName().equals(raw))) {
			return type.replaceFirst("\\.([A-Z])", ".Reactive$1");
		}
		if (type.equals("void")) {
			return "Mono<java.lang.Void>";
		}
		if (type.equals("long")) {
			return "Mono<java.lang.Long>";
		}
		if (raw.equals(Stream.class.getName())) {
			return "Flux" + type.substring(raw.length());
		}
		return "Mono<" + type.replace(InputStream.class.getName(), "Flux<" + DataBuffer.class.getName() + ">") + ">";
	}

	private static String plain(String type) {
		return type.replace("reactor.core.publisher.", "").replace(Flux.class.getName(), "Flux");
	}

}
