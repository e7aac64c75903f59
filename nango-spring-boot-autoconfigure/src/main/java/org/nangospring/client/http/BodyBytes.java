package org.nangospring.client.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

	private BodyBytes(long length, int limit, @Nullable SpareArrays spare) {
		this.limit = limit;
		long expected = (length >= 0) ? Math.min(length, MAX_INITIAL_CAPACITY) : INITIAL_CAPACITY;
		int capacity = (int) Math.min(limit, expected);
		this.bytes = (spare != null) ? spare.take(capacity) : new byte[capacity];
	}

	/**
	 * Reads a body and releases its buffers.
	 * @param length how long it is said to be, or -1
	 * @param limit how many bytes are held at most
	 * @param spare has an array to read into, or null
	 * @return itself when it is complete; fails with {@link DataBufferLimitException} if
	 * there are more than the limit
	 */
	static Mono<BodyBytes> read(Flux<DataBuffer> body, long length, int limit, @Nullable SpareArrays spare) {
		BodyBytes bytes = new BodyBytes(length, limit, spare);
		// not collect: that leaves buffers which come after it was cancelled to nobody
		return body.map(bytes::add).last(bytes);
	}

	private BodyBytes add(DataBuffer buffer) {
		try {
			int count = buffer.readableByteCount();
			if (count > this.limit - this.length) {
				throw new DataBufferLimitException("More than " + this.limit + " bytes");
			}
			makeRoom(this.length + count);
			buffer.read(this.bytes, this.length, count);
			this.length += count;
			return this;
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

	/**
	 * The bytes, in an array that may be longer.
	 */
	ByteBuffer content() {
		return ByteBuffer.wrap(this.bytes, 0, this.length);
	}

}
