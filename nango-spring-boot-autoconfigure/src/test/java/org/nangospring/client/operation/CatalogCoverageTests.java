package org.nangospring.client.operation;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.action.ActionResults;
import org.nangospring.client.action.Actions;
import org.nangospring.client.connect.ConnectSessions;
import org.nangospring.client.connection.Connections;
import org.nangospring.client.connection.NangoConnection;
import org.nangospring.client.environment.Environment;
import org.nangospring.client.environment.Environments;
import org.nangospring.client.function.Deployments;
import org.nangospring.client.function.DryRuns;
import org.nangospring.client.function.Functions;
import org.nangospring.client.integration.Integrations;
import org.nangospring.client.provider.Providers;
import org.nangospring.client.proxy.Proxy;
import org.nangospring.client.proxy.ProxyCall;
import org.nangospring.client.record.Records;
import org.nangospring.client.server.NangoServer;
import org.nangospring.client.sync.ConnectionSyncs;
import org.nangospring.client.sync.Syncs;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody adds an operation without adding it to the catalogue. What the catalogue covers
 * is not claimed but seen: while its calls are sent, the methods of the client on the
 * stack are noted.
 */
class CatalogCoverageTests {

	static final Set<Class<?>> GROUPS = Set.of(Providers.class, Integrations.class, ConnectSessions.class,
			ActionResults.class, DryRuns.class, Deployments.class, Environments.class, Connections.class,
			NangoConnection.class, Records.class, Syncs.class, ConnectionSyncs.class, Actions.class, Functions.class,
			Environment.class, NangoServer.class, Proxy.class, ProxyCall.class);

	/** Methods that tell what the caller gave, and send nothing. */
	private static final Set<String> SENDING_NOTHING = Set.of("integrationId", "connectionId", "toString");

	private static final Set<Method> SEEN = new LinkedHashSet<>();

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture(
			(builder) -> builder.webClient((client) -> client.filter((request, next) -> {
				noteCallers();
				return next.exchange(request);
			})));

	@Test
	void everyOperationIsInTheCatalog() {
		SEEN.clear();
		for (Operation operation : OperationCatalog.all()) {
			FIXTURE.server().resetAll();
			FIXTURE.answers(OperationTests.answer(operation));
			Mode.BLOCKING.call(operation, FIXTURE.nango());
		}
		noteStreams();
		assertThat(GROUPS.stream().flatMap(CatalogCoverageTests::operations))
			.as("public methods that send something (add those that are missing to the catalogue)")
			.isNotEmpty()
			.allSatisfy((method) -> assertThat(SEEN).contains(method));
	}

	@Test
	void everyGroupIsLookedAt() {
		assertThat(Stream.concat(reachable(NangoClient.class), reachable(NangoConnection.class))
			.flatMap((type) -> Stream.concat(Stream.of(type), reachable(type)))
			.collect(Collectors.toSet())).containsExactlyInAnyOrderElementsOf(GROUPS);
	}

	/**
	 * The classes of the client, other than the client itself, that methods return.
	 */
	private static Stream<Class<?>> reachable(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()))
			.<Class<?>>map(Method::getReturnType)
			.filter((returned) -> !returned.isInterface() && Arrays.stream(returned.getDeclaredFields())
				.anyMatch((field) -> field.getName().equals("executor")));
	}

	static Stream<Method> operations(Class<?> group) {
		return Arrays.stream(group.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.filter((method) -> !SENDING_NOTHING.contains(method.getName()))
			// a step on the way to a call
			.filter((method) -> !GROUPS.contains(method.getReturnType()));
	}

	private static void noteCallers() {
		List<StackWalker.StackFrame> frames = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
			.walk((stack) -> stack.filter((frame) -> GROUPS.contains(frame.getDeclaringClass())).toList());
		frames.forEach((frame) -> Arrays.stream(frame.getDeclaringClass().getDeclaredMethods())
			.filter((method) -> is(method, frame))
			.forEach(SEEN::add));
	}

	/**
	 * A stream sends when it is read: its method has returned by then, so whether the
	 * catalogue calls it is read from the catalogue's code.
	 */
	private static void noteStreams() {
		new ClassFileImporter().importPackages(OperationCatalog.class.getPackageName())
			.stream()
			.filter((type) -> type.getSimpleName().endsWith("Operations"))
			.flatMap((type) -> type.getMethodCallsFromSelf().stream())
			.map((call) -> call.getTarget().resolveMember().orElseThrow().reflect())
			.filter((method) -> method.getReturnType() == Stream.class)
			.forEach(SEEN::add);
	}

	private static boolean is(Method method, StackWalker.StackFrame frame) {
		return method.getName().equals(frame.getMethodName())
				&& Arrays.equals(method.getParameterTypes(), frame.getMethodType().parameterArray());
	}

	@Test
	void theReactiveClientHasNoOtherGroups() {
		assertThat(reachable(ReactiveNangoClient.class)).allSatisfy((type) -> assertThat(type.getSimpleName())
			.startsWith("Reactive")
			.matches((name) -> GROUPS.stream().anyMatch((group) -> name.equals("Reactive" + group.getSimpleName()))));
	}

}
