package org.nangospring.autoconfigure;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoRetryPolicy;

import org.springframework.beans.factory.BeanFactory;

/**
 * The application's retry policy, looked up when a call fails first. Several of them are
 * none, unless one is primary.
 */
final class RetryPolicyBean implements Supplier<@Nullable NangoRetryPolicy> {

	private final BeanFactory beanFactory;

	RetryPolicyBean(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public @Nullable NangoRetryPolicy get() {
		return this.beanFactory.getBeanProvider(NangoRetryPolicy.class).getIfUnique();
	}

}
