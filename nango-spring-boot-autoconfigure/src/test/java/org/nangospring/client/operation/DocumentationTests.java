package org.nangospring.client.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
 * Whoever adds an operation writes it down: the tables of the documentation have every
 * method and every path. That an operation is in the catalogue and both ways is for
 * {@link CatalogCoverageTests} and {@link ParityTests}.
 */
class DocumentationTests {

	private static final String TABLES = read(Path.of("..", "docs", "node-sdk.md"));

	/** How the documentation reaches a group. */
	private static final Map<Class<?>, String> GROUPS = groups();

	/** Groups whose methods follow on each other, so that the tables have them alone. */
	private static final Set<Class<?>> STEPS = Set.of(Records.class, ProxyCall.class);

	/** Methods of a group that are no operation and no step on the way to one. */
	private static final Set<String> TELLING = Set.of("integrationId", "connectionId", "toString");

	private static final Pattern ROW = Pattern.compile("^\\|([^|]*)\\|", Pattern.MULTILINE);

	private static final Pattern CALL = Pattern.compile("`([A-Z]+)(?: (/[^`]*))?`");

	private static Map<Class<?>, String> groups() {
		Map<Class<?>, String> groups = new HashMap<>();
		groups.put(Providers.class, "nango.providers()");
		groups.put(Integrations.class, "nango.integrations()");
		groups.put(Connections.class, "nango.connections()");
		groups.put(ConnectSessions.class, "nango.connectSessions()");
		groups.put(NangoConnection.class, "connection");
		groups.put(Records.class, "connection.records(…)");
		groups.put(Syncs.class, "nango.syncs(…)");
		groups.put(ConnectionSyncs.class, "connection.syncs()");
		groups.put(Actions.class, "connection.actions()");
		groups.put(ActionResults.class, "nango.actionResults()");
		groups.put(Functions.class, "nango.functions()");
		groups.put(DryRuns.class, "nango.functions().dryRuns()");
		groups.put(Deployments.class, "nango.functions().deployments()");
		groups.put(Environment.class, "nango.environment()");
		groups.put(Environments.class, "nango.environments()");
		groups.put(NangoServer.class, "nango.server()");
		groups.put(Proxy.class, "connection.proxy()");
		groups.put(ProxyCall.class, "connection.proxy().get(…)");
		return groups;
	}

	static Stream<Class<?>> documentedGroups() {
		return CatalogCoverageTests.GROUPS.stream();
	}

	@ParameterizedTest
	@MethodSource("documentedGroups")
	void everyMethodIsInTheTables(Class<?> group) {
		assertThat(GROUPS).containsKey(group);
		assertThat(Arrays.stream(group.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.map(Method::getName)
			.filter((name) -> !TELLING.contains(name))
			.distinct()).isNotEmpty().allSatisfy((name) -> assertThat(mentions(group, name)).as(name).isTrue());
	}

	@ParameterizedTest
	@MethodSource("documentedGroups")
	void everyOperationHasAReactiveTwin(Class<?> group) throws ClassNotFoundException {
		Class<?> reactive = Class.forName(group.getPackageName() + ".Reactive" + group.getSimpleName());
		assertThat(CatalogCoverageTests.operations(group)).allSatisfy(
				(method) -> assertThat(reactive.getMethod(method.getName(), method.getParameterTypes())).isNotNull());
	}

	@Test
	void everyRequestIsInTheTableOfPaths() {
		List<Pattern> called = paths();
		assertThat(called).hasSizeGreaterThan(40);
		assertThat(OperationCatalog.all()).allSatisfy((operation) -> {
			String request = operation.method() + " " + operation.url().replaceFirst("\\?.*", "");
			assertThat(called).as(request).anyMatch((path) -> path.matcher(request).matches());
		});
	}

	@Test
	void deprecatedPathsAreNotCalled() {
		assertThat(OperationCatalog.all())
			.allSatisfy((operation) -> assertThat(operation.url()).doesNotMatch("/(connection|config)([/?].*)?"));
	}

	private static boolean mentions(Class<?> group, String method) {
		String prefix = GROUPS.get(group);
		String pattern = Pattern.quote(prefix).replace("…", "\\E[^)]*\\Q");
		if (STEPS.contains(group)) {
			pattern = "(`|" + pattern + ")";
		}
		return Pattern.compile(pattern + "\\." + method + "\\(").matcher(TABLES).find();
	}

	/**
	 * The requests that the table has, but for those that it says are not made.
	 */
	private static List<Pattern> paths() {
		List<Pattern> paths = new ArrayList<>();
		for (String line : TABLES.split("\n")) {
			Matcher row = ROW.matcher(line);
			if (!row.find() || line.contains("not called")) {
				continue;
			}
			List<String> methods = new ArrayList<>();
			Matcher call = CALL.matcher(row.group(1));
			while (call.find()) {
				methods.add(call.group(1));
				if (call.group(2) != null) {
					String path = call.group(2).replace("{anyPath}", ".+").replaceAll("\\{\\w+}", "[^/]+");
					paths.add(Pattern.compile("(" + String.join("|", methods) + ") " + path));
				}
			}
		}
		return paths;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
