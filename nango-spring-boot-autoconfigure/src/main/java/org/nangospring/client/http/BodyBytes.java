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

	private final int limit;

	private byte[] bytes;

	private int length;

	private BodyBytes(int limit) {
		this.limit = limit;
		this.bytes = new byte[Math.min(limit, INITIAL_CAPACITY)];
	}

	/**
	 * Reads a body and releases its buffers.
	 * @return the bytes; fails with {@link DataBufferLimitException} if there are more
	 * than the limit
	 */
	static Mono<byte[]> read(Flux<DataBuffer> body, int limit) {
		return Mono.defer(() -> {
			BodyBytes collected = new BodyBytes(limit);
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
