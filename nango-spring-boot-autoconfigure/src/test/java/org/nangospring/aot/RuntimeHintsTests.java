package org.nangospring.aot;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A native image finds by name only what there are hints for. What is found that way is
 * looked up in the classes and asked of Jackson, so that whoever adds a model without its
 * hint reads its name here. Hints belong in {@code NangoRuntimeHints}.
 */
class RuntimeHintsTests {

	private static final String SCRIPTS = "org/nangospring/listener/jdbc/";

	private final RuntimeHints hints = new RuntimeHints();

	RuntimeHintsTests() {
		for (RuntimeHintsRegistrar registrar : AotServices.factories().load(RuntimeHintsRegistrar.class)) {
			if (registrar.getClass().getName().startsWith("org.nangospring.")) {
				registrar.registerHints(this.hints, getClass().getClassLoader());
			}
		}
	}

	@Test
	void jacksonCanCallAllThatItCallsOfEveryModel() {
		assertThat(lacking(this.hints)).as("types that NangoRuntimeHints has to name").isEmpty();
	}

	@Test
	void aModelWithoutItsHintIsNamedWithWhatIsLacking() {
		assertThat(lacking(new RuntimeHints())).hasSizeGreaterThan(50)
			// a record, what only another holds, what only a call mentions, what is
			// written, what a static method makes
			.anyMatch((name) -> name.startsWith("org.nangospring.client.connection.ConnectionData: "))
			.anyMatch((name) -> name.startsWith("org.nangospring.client.connection.EndUserData$OrganizationData: "))
			.anyMatch((name) -> name.startsWith("org.nangospring.client.function.FunctionRequests$Tools: "))
			.anyMatch((name) -> name.startsWith("org.nangospring.client.connection.NewCredentials: "))
			.anyMatch((name) -> name.startsWith("org.nangospring.client.connection.Credentials: ")
					&& name.contains("Credentials.of(java.util.Map)"));
	}

	@Test
	void everyInterfaceOfAModelCanBeCalledByExpressions() {
		Set<Class<?>> interfaces = new LinkedHashSet<>(Models.interfaces());
		assertThat(interfaces).hasSizeGreaterThan(25);
		List<String> lacking = new ArrayList<>();
		for (Class<?> type : interfaces) {
			for (Method method : type.getDeclaredMethods()) {
				if (!method.isSynthetic()
						&& !RuntimeHintsPredicates.reflection().onMethodInvocation(method).test(this.hints)) {
					lacking.add(method.toString());
				}
			}
		}
		assertThat(lacking).isEmpty();
	}

	@Test
	void everyScriptIsThere() throws IOException {
		Resource[] scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:" + SCRIPTS + "*");
		assertThat(scripts).extracting(Resource::getFilename)
			.filteredOn((name) -> name.endsWith(".sql"))
			.hasSizeGreaterThan(3)
			.allMatch((name) -> RuntimeHintsPredicates.resource().forResource(SCRIPTS + name).test(this.hints));
	}

	private static List<String> lacking(RuntimeHints hints) {
		JacksonMembers seen = new JacksonMembers();
		Models.all().forEach(seen::see);
		List<String> lacking = new ArrayList<>();
		seen.members().forEach((type, members) -> {
			List<String> missing = new ArrayList<>();
			if (!RuntimeHintsPredicates.reflection().onType(type).test(hints)) {
				missing.add("the type");
			}
			members.stream()
				.filter((member) -> !predicate(member).test(hints))
				.map(Member::toString)
				.forEach(missing::add);
			if (!missing.isEmpty()) {
				lacking.add(type.getName() + ": " + String.join(", ", missing));
			}
		});
		return lacking;
	}

	private static Predicate<RuntimeHints> predicate(Member member) {
		if (member instanceof Constructor<?> constructor) {
			return RuntimeHintsPredicates.reflection().onConstructorInvocation(constructor);
		}
		return (member instanceof Method method) ? RuntimeHintsPredicates.reflection().onMethodInvocation(method)
				: RuntimeHintsPredicates.reflection().onFieldAccess((Field) member);
	}

}
