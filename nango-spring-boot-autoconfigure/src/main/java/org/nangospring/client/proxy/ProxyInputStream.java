package org.nangospring.client.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoTransportException;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * A body as a stream of bytes for one reader. It can be closed at any time, before the
 * first byte too, and a reader that is interrupted stops waiting; Spring's own stream can
 * do neither.
 */
final class ProxyInputStream extends InputStream {

	/** How many buffers are asked for ahead of the reader. */
	private static final int DEMAND = 4;

	private static final Object END = new Object();

	private final String operation;

	private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();

	private final Body body = new Body();

	private @Nullable DataBuffer current;

	private @Nullable Object ended;

	private volatile boolean closed;

	private ProxyInputStream(String operation) {
		this.operation = operation;
	}

	static ProxyInputStream of(Flux<DataBuffer> body, String operation) {
		ProxyInputStream stream = new ProxyInputStream(operation);
		body.subscribe(stream.body);
		return stream;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		if (this.closed) {
			throw new IOException("The stream is closed");
		}
		if (length == 0) {
			return 0;
		}
		DataBuffer buffer = next();
		if (buffer == null) {
			return -1;
		}
		int count = Math.min(length, buffer.readableByteCount());
		buffer.read(target, offset, count);
		releaseIfRead(buffer);
		return count;
	}

	@Override
	public int available() {
		DataBuffer buffer = this.current;
		return (buffer != null) ? buffer.readableByteCount() : 0;
	}

	@Override
	public void close() {
		this.closed = true;
		this.body.cancel();
		if (this.current != null) {
			DataBufferUtils.release(this.current);
			this.current = null;
		}
		releaseArrived();
	}

	/**
	 * A buffer with something in it, or null at the end.
	 */
	private @Nullable DataBuffer next() {
		while (this.current == null) {
			Object signal = (this.ended != null) ? this.ended : take();
			if (signal instanceof DataBuffer buffer) {
				this.current = buffer;
				releaseIfRead(buffer);
				continue;
			}
			this.ended = signal;
			if (signal instanceof RuntimeException failure) {
				throw failure;
			}
			return null;
		}
		return this.current;
	}

	private Object take() {
		try {
			return this.arrived.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			close();
			throw new NangoTransportException(FailedCall.of(this.operation), NangoTransportException.Reason.INTERRUPTED,
					"the thread was interrupted while it waited", ex);
		}
	}

	private void releaseIfRead(DataBuffer buffer) {
		if (buffer.readableByteCount() == 0) {
			this.current = null;
			DataBufferUtils.release(buffer);
			this.body.more();
		}
	}

	private void releaseArrived() {
		for (Object signal = this.arrived.poll(); signal != null; signal = this.arrived.poll()) {
			if (signal instanceof DataBuffer buffer) {
				DataBufferUtils.release(buffer);
			}
		}
	}

	/**
	 * Queues what arrives. There is never more of it than was asked for.
	 */
	private final class Body extends BaseSubscriber<DataBuffer> {

		void more() {
			request(1);
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			request(DEMAND);
		}

		@Override
		protected void hookOnNext(DataBuffer buffer) {
			ProxyInputStream.this.arrived.add(buffer);
			if (ProxyInputStream.this.closed) {
				// the reader may have looked before the buffer was there
				releaseArrived();
			}
		}

		@Override
		protected void hookOnComplete() {
			ProxyInputStream.this.arrived.add(END);
		}

		@Override
		protected void hookOnError(Throwable failure) {
			ProxyInputStream.this.arrived
				.add((failure instanceof RuntimeException) ? failure : new IllegalStateException(failure));
		}

	}

}
