package org.nangospring.client.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.connection.NewCredentials;
import org.nangospring.client.integration.IntegrationCredentials;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What objects of ours say of themselves, those that nobody sees but in a debugger or a
 * heap included: they are looked for in everything that is reached from a client, from
 * what is built with it and from what it answers.
 */
class SecretsInTextTests {

	private static final String OURS = "org.nangospring.";

	private static final String SECRET = "sesame";

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	/** What can have anything in it, by its type or by its name. */
	private static boolean mayHoldASecret(RecordComponent component) {
		Class<?> type = component.getType();
		return component.getGenericType() == Object.class || type == byte[].class || Map.class.isAssignableFrom(type)
				|| type.getSimpleName().equals("HttpHeaders")
				|| component.getName()
					.matches("(?i).*(secret|token|key|password|credential|code|value|payload|body"
							+ "|link|raw|bundledJs).*")
						&& type == String.class;
	}

	static List<Class<?>> recordsThatMayHoldASecret() {
		return ourClasses().stream()
			.filter(Class::isRecord)
			.filter((type) -> Arrays.stream(type.getRecordComponents()).anyMatch(SecretsInTextTests::mayHoldASecret))
			// values of a small fixed set, open to new ones
			.filter((type) -> type.getRecordComponents().length > 1)
			.toList();
	}

	@ParameterizedTest
	@MethodSource("recordsThatMayHoldASecret")
	void aRecordThatMayHoldASecretDoesNotShowAllItHas(Class<?> type) throws NoSuchMethodException {
		// the method a record gets by itself is declared by it too, and shows everything
		assertThat(sourceOf(type)).as("has a toString() of its own").contains("public String toString()");
		assertThat(type.getMethod("toString").getDeclaringClass()).isEqualTo(type);
	}

	@Test
	void nothingThatIsReachedFromAClientShowsItsKey() {
		NangoClientBuilder builder = NangoClient.builder().secretKey(TestClients.KEY);
		NangoClient nango = FIXTURE.nango();
		ReactiveNangoClient reactive = nango.reactive();
		FIXTURE.answersJson("{\"data\":[]}");
		// makes pool and WebClient
		nango.integrations().list();
		Set<Object> reached = reached(builder, nango, reactive, nango.connection("g", "c"),
				nango.connection("g", "c").proxy().get("/x"), nango.connection("g", "c").actions(),
				nango.connection("g", "c").syncs(), nango.connection("g", "c").records("M"), nango.integrations(),
				nango.connections(), nango.environment(), reactive.connection("g", "c"),
				reactive.connection("g", "c").proxy().get("/x"), nango.syncs("g"), nango.functions());
		assertThat(reached).extracting((object) -> object.getClass().getSimpleName())
			.contains("NangoEngine", "EngineSettings", "HttpTransport", "NangoClientBuilder", "ProxyCall", "Records");
		assertThat(texts(reached)).noneMatch((text) -> text.contains(TestClients.KEY));
	}

	@Test
	void nothingThatIsPutTogetherForACallShowsWhatIsSent() {
		NangoClient nango = FIXTURE.nango();
		List<Object> roots = new ArrayList<>(List.of(NewCredentials.oauth2(SECRET).withRefreshToken(SECRET),
				IntegrationCredentials.oauth2(SECRET, SECRET),
				nango.connection("g", "c")
					.proxy()
					.post("/x")
					.header("X-A", SECRET)
					.query("a", SECRET)
					.body(Map.of("a", SECRET))));
		FIXTURE.answersJson("{\"data\":{\"token\":\"t\",\"unique_key\":\"g\",\"provider\":\"g\"},"
				+ "\"connection_id\":\"c\",\"provider_config_key\":\"g\",\"provider\":\"g\"}");
		nango.connections().upsert("g", NewCredentials.none(), (it) -> roots.add(it.metadata(Map.of("a", SECRET))));
		nango.integrations()
			.create("g", "g", (it) -> roots.add(it.credentials(IntegrationCredentials.oauth2("a", SECRET))));
		nango.connectSessions()
			.create((it) -> roots
				.add(it.integrationDefaults("g", (defaults) -> roots.add(defaults.connectionConfig("a", SECRET)))));
		assertThat(roots).hasSize(7);
		assertThat(texts(reached(roots.toArray()))).hasSizeGreaterThan(6).noneMatch((text) -> text.contains(SECRET));
	}

	@ParameterizedTest
	@MethodSource("org.nangospring.client.operation.SecretTests#operationsWithModels")
	void nothingThatIsReachedFromAResultShowsASecret(Operation operation) {
		FIXTURE.answers(OperationTests.answer(operation));
		Object result = Mode.BLOCKING.call(operation, FIXTURE.nango());
		assertThat(texts(reached(result)))
			.noneMatch((text) -> SecretTests.SECRETS.stream().anyMatch((secret) -> text.contains(secret)));
	}

	/**
	 * All objects of ours that are reached from some others, through fields of ours and
	 * whatever holds several objects.
	 */
	private static Set<Object> reached(@Nullable Object... roots) {
		Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Object> open = new ArrayDeque<>();
		push(open, Arrays.asList(roots));
		while (!open.isEmpty()) {
			Object next = open.pop();
			if (seen.add(next)) {
				push(open, within(next));
			}
		}
		seen.removeIf((object) -> !object.getClass().getName().startsWith(OURS));
		return seen;
	}

	private static void push(Deque<Object> open, Collection<? extends @Nullable Object> objects) {
		for (Object object : objects) {
			if (object != null) {
				open.push(object);
			}
		}
	}

	private static Collection<? extends @Nullable Object> within(Object object) {
		if (object instanceof Collection<?> collection) {
			return collection;
		}
		if (object instanceof Map<?, ?> map) {
			return map.values();
		}
		if (object instanceof Optional<?> optional) {
			return optional.stream().toList();
		}
		if (object instanceof AtomicReference<?> reference) {
			return Collections.singletonList(reference.get());
		}
		if (object instanceof Object[] array) {
			return Arrays.asList(array);
		}
		return object.getClass().getName().startsWith(OURS) ? fields(object) : List.of();
	}

	private static List<@Nullable Object> fields(Object object) {
		List<@Nullable Object> values = new ArrayList<>();
		for (Class<?> type = object.getClass(); type.getName().startsWith(OURS); type = type.getSuperclass()) {
			for (Field field : type.getDeclaredFields()) {
				if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
					values.add(value(field, object));
				}
			}
		}
		return values;
	}

	private static @Nullable Object value(Field field, Object object) {
		try {
			field.setAccessible(true);
			return field.get(object);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> texts(Set<Object> objects) {
		return objects.stream().map(Object::toString).toList();
	}

	private static String sourceOf(Class<?> type) {
		Class<?> outer = type;
		while (outer.getEnclosingClass() != null) {
			outer = outer.getEnclosingClass();
		}
		try {
			String source = Files
				.readString(Path.of("src", "main", "java").resolve(outer.getName().replace('.', '/') + ".java"));
			String own = source.substring(source.indexOf("record " + type.getSimpleName()));
			// up to a record within it
			return own.split("\n\t(static )?record ", 2)[0];
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Class<?>> ourClasses() {
		Path root = Path.of("target", "classes");
		try (Stream<Path> files = Files.walk(root)) {
			List<Class<?>> classes = new ArrayList<>();
			files.filter((file) -> file.toString().endsWith(".class") && !file.endsWith("package-info.class"))
				.forEach((file) -> classes.add(load(root.relativize(file).toString())));
			return classes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Class<?> load(String file) {
		return ClassUtils.resolveClassName(file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."),
				SecretsInTextTests.class.getClassLoader());
	}

}
