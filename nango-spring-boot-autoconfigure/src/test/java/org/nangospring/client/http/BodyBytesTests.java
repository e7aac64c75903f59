package org.nangospring.client.http;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BodyBytesTests {

	private final NettyDataBufferFactory factory = new NettyDataBufferFactory(new PooledByteBufAllocator());

	private final List<NettyDataBuffer> buffers = new ArrayList<>();

	@Test
	void allBytesComeInOrder() {
		byte[] whole = new byte[9_000];
		for (int i = 0; i < whole.length; i++) {
			whole[i] = (byte) i;
		}
		for (int part : new int[] { 1, 7, 8192, 8193, 8_999, 9_000 }) {
			assertThat(read(body(whole, part), -1, 9_000)).isEqualTo(whole);
			// a server may name any length
			for (long length : new long[] { -1, 0, 1, 9_000, 10_000, Long.MAX_VALUE }) {
				assertThat(read(body(whole, part), length, Integer.MAX_VALUE)).isEqualTo(whole);
			}
		}
		assertThat(this.buffers).noneMatch((buffer) -> buffer.getNativeBuffer().refCnt() > 0);
	}

	@Test
	void aBodyWithoutBytesIsEmpty() {
		assertThat(read(Flux.empty(), -1, 10)).isEmpty();
	}

	@Test
	void eachReaderHasItsOwnBytes() {
		Flux<DataBuffer> body = body(new byte[10], 5);
		assertThat(read(body, -1, 10)).hasSize(10);
		assertThat(read(body, -1, 10)).hasSize(10);
	}

	@Test
	void oneByteTooManyIsRefusedAndNothingMoreIsAskedFor() {
		for (int part : new int[] { 1, 7, 100 }) {
			this.buffers.clear();
			assertThatExceptionOfType(DataBufferLimitException.class)
				.isThrownBy(() -> read(body(new byte[100], part), -1, 50));
			assertThat(this.buffers).hasSize(50 / part + 1);
			assertThat(this.buffers).noneMatch((buffer) -> buffer.getNativeBuffer().refCnt() > 0);
		}
	}

	@Test
	void aBufferThatComesAfterTheReaderHasGivenUpIsReleased() {
		TestPublisher<DataBuffer> body = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		Disposable reader = BodyBytes.read(body.flux(), -1, 100, null).subscribe();
		reader.dispose();
		body.next(Objects.requireNonNull(body(new byte[10], 10).blockFirst()));
		assertThat(this.buffers).hasSize(1).noneMatch((buffer) -> buffer.getNativeBuffer().refCnt() > 0);
	}

	@Test
	void aSpareArrayIsReadIntoAndOneThatIsTooSmallIsLeft() {
		SpareArrays spare = new SpareArrays();
		byte[] large = new byte[20];
		byte[] small = new byte[5];
		spare.giveBack(large);
		spare.giveBack(small);
		byte[] whole = { 1, 2, 3, 4, 5, 6, 7 };
		assertThat(BodyBytes.read(body(whole, 3), 7, 100, spare).map(BodyBytes::content).block())
			.satisfies((content) -> {
				assertThat(content.array()).isSameAs(large);
				assertThat(content.limit()).isEqualTo(7);
				assertThat(Arrays.copyOf(large, 7)).isEqualTo(whole);
			});
		assertThat(BodyBytes.read(body(whole, 3), 7, 100, spare).map(BodyBytes::content).block())
			.satisfies((content) -> assertThat(content.array()).isNotSameAs(small).isEqualTo(whole));
	}

	@Test
	void anArrayIsTakenByOneReaderOnly() {
		SpareArrays spare = new SpareArrays();
		spare.giveBack(new byte[20]);
		Flux<DataBuffer> body = body(new byte[10], 5);
		assertThat(BodyBytes.read(body, 10, 100, spare).map(BodyBytes::content).block())
			.satisfies((content) -> assertThat(content.array()).hasSize(20));
		assertThat(BodyBytes.read(body, 10, 100, spare).map(BodyBytes::content).block())
			.satisfies((content) -> assertThat(content.array()).hasSize(10));
	}

	private static byte[] read(Flux<DataBuffer> body, long length, int limit) {
		ByteBuffer content = BodyBytes.read(body, length, limit, null).map(BodyBytes::content).block();
		assertThat(content).isNotNull();
		return Arrays.copyOf(content.array(), content.limit());
	}

	private Flux<DataBuffer> body(byte[] bytes, int part) {
		return Flux.range(0, (bytes.length + part - 1) / part).map((index) -> {
			int from = index * part;
			NettyDataBuffer buffer = this.factory.allocateBuffer(part);
			buffer.write(bytes, from, Math.min(part, bytes.length - from));
			this.buffers.add(buffer);
			return buffer;
		});
	}

}
