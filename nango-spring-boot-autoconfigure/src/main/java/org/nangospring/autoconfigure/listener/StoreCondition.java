package org.nangospring.autoconfigure.listener;

import org.nangospring.autoconfigure.NangoListenersProperties.Store;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether positions may be kept in a kind of store.
 */
abstract class StoreCondition extends SpringBootCondition {

	static final String PROPERTY = "nango.listeners.store";

	private final Store store;

	StoreCondition(Store store) {
		this.store = store;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Store chosen = Binder.get(context.getEnvironment()).bind(PROPERTY, Store.class).orElse(Store.AUTO);
		return new ConditionOutcome(chosen == Store.AUTO || chosen == this.store,
				ConditionMessage.forCondition("Nango stream store").because(PROPERTY + " is " + chosen));
	}

	/**
	 * Says what a store that was asked for lacks.
	 */
	static String missing(Store store) {
		return switch (store) {
			case JDBC -> "The positions cannot be kept in a database: that takes spring-jdbc, one DataSource (or a"
					+ " primary one) and one PlatformTransactionManager";
			case METADATA -> "The positions cannot be kept in a MetadataStore: that takes spring-integration-core,"
					+ " one MetadataStore bean and one LockRegistry bean";
			case AUTO, MEMORY -> "The positions cannot be kept";
		};
	}

	/**
	 * The database.
	 */
	static final class Jdbc extends StoreCondition {

		Jdbc() {
			super(Store.JDBC);
		}

	}

	/**
	 * A MetadataStore.
	 */
	static final class Metadata extends StoreCondition {

		Metadata() {
			super(Store.METADATA);
		}

	}

}
