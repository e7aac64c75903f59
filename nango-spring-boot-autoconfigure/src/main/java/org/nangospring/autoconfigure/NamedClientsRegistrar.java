package org.nangospring.autoconfigure;

import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the beans of named clients, as definitions that say which method makes them,
 * so that they can be written down ahead of time. They step back for any other client: an
 * injection without a qualifier gets the one without a name.
 */
final class NamedClientsRegistrar implements ImportBeanDefinitionRegistrar {

	static final String FACTORY = "nangoNamedClientFactory";

	private final Environment environment;

	private final BeanFactory beanFactory;

	NamedClientsRegistrar(Environment environment, BeanFactory beanFactory) {
		this.environment = environment;
		this.beanFactory = beanFactory;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		for (String name : NamedClients.names(this.environment)) {
			if (NamedClients.isEnabled(this.environment, name)) {
				register(registry, name);
			}
		}
	}

	private void register(BeanDefinitionRegistry registry, String name) {
		String client = name + "NangoClient";
		String reactive = name + "ReactiveNangoClient";
		if (!registry.containsBeanDefinition(client)) {
			registry.registerBeanDefinition(client, definition(name, NangoClient.class, "client", name));
		}
		// whatever the application has under this name may be no client at all
		if (!registry.containsBeanDefinition(reactive) && this.beanFactory.isTypeMatch(client, NangoClient.class)) {
			RootBeanDefinition definition = definition(name, ReactiveNangoClient.class, "reactive",
					new RuntimeBeanReference(client));
			// closed by the client it belongs to
			definition.setDestroyMethodName("");
			registry.registerBeanDefinition(reactive, definition);
		}
	}

	private static RootBeanDefinition definition(String name, Class<?> type, String method, Object argument) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(type);
		definition.setFactoryBeanName(FACTORY);
		definition.setFactoryMethodName(method);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, argument);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
		definition.setFallback(true);
		return definition;
	}

}
