package org.nangospring.listener;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nangospring.client.record.NangoRecord;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordListenerAotProcessorTests {

	@Test
	void theMethodCanBeCalledAndItsRecordsAndWhatTheyHoldBeRead() {
		RuntimeHints hints = hints(Issues.class);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method(Issues.class, "changed")))
			.accepts(hints);
		assertThat(
				RuntimeHintsPredicates.reflection().onConstructorInvocation(Issue.class.getDeclaredConstructors()[0]))
			.accepts(hints);
		assertThat(
				RuntimeHintsPredicates.reflection().onConstructorInvocation(Author.class.getDeclaredConstructors()[0]))
			.accepts(hints);
	}

	@Test
	void aClassThatSaysWhatItsGenericParentTakesIsAsGood() {
		RuntimeHints hints = hints(OfParent.class);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method(Parent.class, "changed")))
			.accepts(hints);
		assertThat(
				RuntimeHintsPredicates.reflection().onConstructorInvocation(Issue.class.getDeclaredConstructors()[0]))
			.accepts(hints);
	}

	@Test
	void theMethodOfAnInterfaceIsCalledThroughAProxyOfIt() {
		RuntimeHints hints = hints(OfContract.class);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method(Contract.class, "changed")))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method(OfContract.class, "changed")))
			.accepts(hints);
	}

	@Test
	void theRecordsOfADefinitionCanBeReadWhereItsTypeNamesThem() {
		assertThat(
				RuntimeHintsPredicates.reflection().onConstructorInvocation(Issue.class.getDeclaredConstructors()[0]))
			.accepts(hints(Definitions.class));
	}

	@Test
	void otherBeansGetNothing() {
		assertThat(RuntimeHintsPredicates.reflection().onType(Issue.class)).rejects(hints(Other.class));
	}

	@Test
	void aMethodThatCannotBeAListenerFailsTheBuild() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> hints(Unusable.class))
			.havingRootCause()
			.withMessageContaining("Unusable.changed cannot be a @NangoRecordListener");
	}

	private static RuntimeHints hints(Class<?> bean) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(bean);
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(RecordListenerAotProcessorTests.class)),
				new InMemoryGeneratedFiles());
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		return generation.getRuntimeHints();
	}

	private static Method method(Class<?> type, String name) {
		Method method = ReflectionUtils.findMethod(type, name, (Class<?>[]) null);
		assertThat(method).isNotNull();
		return method;
	}

	record Issue(String title, List<Author> authors) {
	}

	record Author(String name) {
	}

	static class Issues {

		@NangoRecordListener(integration = "github", model = "Issue")
		private void changed(RecordBatch<Issue> batch) {
		}

		@NangoRecordListener(integration = "github", model = "Anything")
		void any(NangoRecord<Map<String, @Nullable Object>> record) {
		}

	}

	abstract static class Parent<T> {

		@NangoRecordListener(integration = "github", model = "Issue")
		void changed(List<NangoRecord<T>> records) {
		}

	}

	static class OfParent extends Parent<Issue> {

	}

	interface Contract {

		@NangoRecordListener(integration = "github", model = "Issue")
		void changed(NangoRecord<Issue> issue);

	}

	static class OfContract implements Contract {

		@Override
		public void changed(NangoRecord<Issue> issue) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Definitions {

		@Bean
		RecordListenerDefinition<Issue> definition() {
			return RecordListenerDefinition.of("github", "Issue", Issue.class).records((stream, record) -> {
			});
		}

	}

	static class Other {

	}

	static class Unusable {

		@NangoRecordListener(integration = "github", model = "Issue")
		void changed(String text) {
		}

	}

}
