package org.nangospring.client.http;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Watches over the connection of a call until somebody reads the answer. A caller may
 * give up in the very moment in which the answer comes: then nobody is left to read or
 * cancel the body, and only who still knows the connection can close it.
 */
final class Handover {

	private static final Object DROPPED = new Object();

	private static final Object TAKEN = new Object();

	/** Null, then the connection, then how it ended. */
	private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

	/**
	 * The request goes out on this connection.
	 */
	void sent(Connection connection) {
		if (!this.state.compareAndSet(null, connection)) {
			connection.dispose();
		}
	}

	/**
	 * The head of the answer has come. From here on the reader sets the pace, which the
	 * limit on the connection's silence cannot know.
	 */
	Flux<DataBuffer> answered(Flux<DataBuffer> body) {
		if (this.state.get() instanceof Connection connection) {
			connection.removeHandler(NettyPipeline.ResponseTimeoutHandler);
		}
		return Flux.defer(() -> {
			taken();
			return body;
		});
	}

	/**
	 * The body is subscribed to, or will be at once. From here on cancelling that closes
	 * the connection.
	 */
	void taken() {
		this.state.getAndUpdate((current) -> (current == DROPPED) ? DROPPED : TAKEN);
	}

	/**
	 * The caller has given up, or the answer is of no use. Whatever nobody reads is
	 * closed.
	 */
	void drop() {
		Object before = this.state.getAndUpdate((current) -> (current == TAKEN) ? TAKEN : DROPPED);
		if (before instanceof Connection connection) {
			connection.dispose();
		}
	}

}
