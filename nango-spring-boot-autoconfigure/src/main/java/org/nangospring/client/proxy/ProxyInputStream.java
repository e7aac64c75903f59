package org.nangospring.client.proxy;

import java.io.FilterInputStream;
import java.io.IOException;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * A body as a stream of bytes that can be closed at any time. The one it stands on cannot
 * be closed before the body has begun to arrive, and would then hold the connection for
 * ever.
 */
final class ProxyInputStream extends FilterInputStream {

	/** How many buffers are asked for ahead of the reader. */
	private static final int DEMAND = 4;

	private final Sinks.Empty<Void> closed;

	private ProxyInputStream(Flux<DataBuffer> body, Sinks.Empty<Void> closed) {
		super(DataBufferUtils.subscriberInputStream(body.takeUntilOther(closed.asMono()), DEMAND));
		this.closed = closed;
	}

	static ProxyInputStream of(Flux<DataBuffer> body) {
		return new ProxyInputStream(body, Sinks.empty());
	}

	@Override
	public void close() throws IOException {
		this.closed.tryEmitEmpty();
		try {
			super.close();
		}
		catch (IllegalStateException ex) {
			// nothing has arrived, so there is nothing to give back
		}
	}

}
