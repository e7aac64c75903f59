package org.nangospring.listener.jdbc;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins transactions. Each is a new one, so that nothing else decides about its end.
 */
final class Transactions {

	private final PlatformTransactionManager manager;

	private final TransactionTemplate template;

	Transactions(PlatformTransactionManager manager) {
		this.manager = manager;
		this.template = new TransactionTemplate(manager, definition());
	}

	private static TransactionDefinition definition() {
		DefaultTransactionDefinition definition = new DefaultTransactionDefinition(
				TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		definition.setName("nango-stream");
		return definition;
	}

	/**
	 * Does a piece of work of the store itself.
	 */
	<T extends @Nullable Object> T inNew(Supplier<T> work) {
		return this.template.execute((status) -> work.get());
	}

	TransactionStatus begin() {
		return this.manager.getTransaction(definition());
	}

	void commit(TransactionStatus transaction) {
		this.manager.commit(transaction);
	}

	void rollback(TransactionStatus transaction) {
		this.manager.rollback(transaction);
	}

}
