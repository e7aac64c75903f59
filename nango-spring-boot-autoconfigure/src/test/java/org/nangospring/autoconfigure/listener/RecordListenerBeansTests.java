package org.nangospring.autoconfigure.listener;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordListenerDefinition;

import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.cloud.clinic.CloudClinic;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.samples.petclinic.PetClinic;

import static org.assertj.core.api.Assertions.assertThat;

class RecordListenerBeansTests {

	@Test
	void aBeanRegisteredByItsClassIsFound() {
		assertThat(before(Listener.class)).containsExactly("recordListenerBeansTests.Listener");
	}

	@Test
	void aBeanOfAMethodIsFoundByTheTypeThatTheMethodReturns() {
		assertThat(before(Methods.class)).containsExactly("byClass");
	}

	@Test
	void aBeanWhoseMethodReturnsAnInterfaceIsFoundOnceItIsThere() {
		assertThat(after(Methods.class)).containsExactlyInAnyOrder("byClass", "bySpringsInterface");
	}

	@Test
	void aBeanInAScopeIsFoundOnce() {
		assertThat(before(Scoped.class)).containsExactly("scoped");
		assertThat(after(Scoped.class)).containsExactly("scoped");
	}

	@Test
	void aBeanThatAFactoryOfSpringMakesIsFoundOnceItIsThere() {
		assertThat(after(Proxied.class)).containsExactly("proxied");
	}

	@Test
	void aBeanThatWasMadeElsewhereIsFound() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getBeanFactory().registerSingleton("elsewhere", new Listener());
			assertThat(names(context)).containsExactly("elsewhere");
		}
	}

	@Test
	void theDefinitionOfAListenerIsFoundWhereDefinitionsAreAskedFor() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Definition.class)) {
			RecordListenerBeans beans = new RecordListenerBeans(context.getBeanFactory());
			assertThat(beans.namesWithDefinitions()).containsExactly("definition");
			assertThat(beans.names()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { PetClinic.class, CloudClinic.class })
	void aBeanOfAnApplicationBelowSpringsNameIsFound(Class<?> application) {
		assertThat(before(application)).containsExactly("vets");
		assertThat(after(application)).containsExactlyInAnyOrder("vets", "hidden");
	}

	private static List<String> before(Class<?>... types) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getBeanFactory().registerScope("thread", new SimpleThreadScope());
			context.register(types);
			List<String> names = new ArrayList<>();
			context.addBeanFactoryPostProcessor((factory) -> names.addAll(new RecordListenerBeans(factory).names()));
			context.refresh();
			return names;
		}
	}

	private static List<String> after(Class<?>... types) {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.getBeanFactory().registerScope("thread", new SimpleThreadScope());
			context.register(types);
			context.refresh();
			return names(context);
		}
	}

	private static List<String> names(AnnotationConfigApplicationContext context) {
		return new RecordListenerBeans(context.getBeanFactory()).names();
	}

	static class Listener {

		@NangoRecordListener(integration = "github", model = "Issue")
		void changed(RecordBatch<String> batch) {
			throw new UnsupportedOperationException();
		}

	}

	static class SpringListener extends Listener implements ApplicationListener<ApplicationEvent> {

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
			// nothing is of interest
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Methods {

		@Bean
		Listener byClass() {
			return new Listener();
		}

		@Bean
		ApplicationListener<ApplicationEvent> bySpringsInterface() {
			return new SpringListener();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Scoped {

		@Bean
		@Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
		Listener scoped() {
			return new Listener();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Proxied {

		@Bean
		static ProxyFactoryBean proxied() {
			ProxyFactoryBean factory = new ProxyFactoryBean();
			factory.setTargetClass(Listener.class);
			factory.setTarget(new Listener());
			factory.setProxyTargetClass(true);
			return factory;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Definition {

		@Bean
		RecordListenerDefinition<String> definition() {
			return RecordListenerDefinition.of("github", "Issue", String.class).batches((batch) -> {
			});
		}

	}

}
