package org.nangospring.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import org.springframework.beans.factory.BeanFactory;

/**
 * All beans of a type in their order, looked up when they are needed first: they may need
 * the client themselves.
 *
 * @param <T> the type of the beans
 */
final class BeansOfType<T> implements Supplier<List<T>> {

	private final BeanFactory beanFactory;

	private final Class<T> type;

	BeansOfType(BeanFactory beanFactory, Class<T> type) {
		this.beanFactory = beanFactory;
		this.type = type;
	}

	@Override
	public List<T> get() {
		return this.beanFactory.getBeanProvider(this.type).orderedStream().toList();
	}

}
