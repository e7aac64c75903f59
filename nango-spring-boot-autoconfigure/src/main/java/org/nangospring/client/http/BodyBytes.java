package org.nangospring.client.http;

import java.util.Arrays;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The bytes of a body, copied as they come. Keeping the buffers until the end would hold
 * many times the limit when a server sends its body byte by byte.
 */
final class BodyBytes {

	private static final int INITIAL_CAPACITY = 8 * 1024;

	/** A length that a server names costs it nothing, so not all of it is believed. */
	private static final int MAX_INITIAL_CAPACITY = 1024 * 1024;

	private final int limit;

	private byte[] bytes;

	private int length;

	private BodyBytes(long length, int limit) {
		this.limit = limit;
		long capacity = (length >= 0) ? Math.min(length, MAX_INITIAL_CAPACITY) : INITIAL_CAPACITY;
		this.bytes = new byte[(int) Math.min(limit, capacity)];
	}

	/**
	 * Reads a body and releases its buffers.
	 * @param length how long it is said to be, or -1
	 * @param limit how many bytes are held at most
	 * @return the bytes; fails with {@link DataBufferLimitException} if there are more
	 * than the limit
	 */
	static Mono<byte[]> read(Flux<DataBuffer> body, long length, int limit) {
		return Mono.defer(() -> {
			BodyBytes collected = new BodyBytes(length, limit);
			return body.handle(collected::add).then(Mono.fromSupplier(collected::all));
		});
	}

	private void add(DataBuffer buffer, SynchronousSink<Object> sink) {
		try {
			int count = buffer.readableByteCount();
			if (count > this.limit - this.length) {
				sink.error(new DataBufferLimitException("More than " + this.limit + " bytes"));
				return;
			}
			makeRoom(this.length + count);
			buffer.read(this.bytes, this.length, count);
			this.length += count;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private void makeRoom(int needed) {
		if (needed > this.bytes.length) {
			long doubled = 2L * this.bytes.length;
			this.bytes = Arrays.copyOf(this.bytes, (int) Math.min(this.limit, Math.max(needed, doubled)));
		}
	}

	private byte[] all() {
		return (this.length == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length);
	}

}
