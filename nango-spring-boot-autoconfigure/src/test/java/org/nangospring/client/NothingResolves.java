package org.nangospring.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;

/**
 * A DNS in which nothing exists.
 */
public final class NothingResolves extends AddressResolverGroup<InetSocketAddress> {

	private final IOException failure;

	public NothingResolves(IOException failure) {
		this.failure = failure;
	}

	@Override
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		return new InetNameResolver(executor) {

			@Override
			protected void doResolve(String name, Promise<InetAddress> promise) {
				promise.setFailure(NothingResolves.this.failure);
			}

			@Override
			protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
				promise.setFailure(NothingResolves.this.failure);
			}

		}.asAddressResolver();
	}

}
