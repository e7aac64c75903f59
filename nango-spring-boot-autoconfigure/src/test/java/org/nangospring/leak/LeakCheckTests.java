package org.nangospring.leak;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.netty.buffer.AdaptiveByteBufAllocator;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LeakCheckTests {

	static Stream<ByteBufAllocator> allocators() {
		return Stream.of(ByteBufAllocator.DEFAULT, new AdaptiveByteBufAllocator(), new PooledByteBufAllocator(),
				new UnpooledByteBufAllocator(true));
	}

	@ParameterizedTest
	@MethodSource("allocators")
	void aBufferThatIsNotReleasedIsReportedWithItsTest(ByteBufAllocator allocator) {
		List<Supplier<?>> leaks = List.of(() -> allocator.directBuffer(10),
				() -> new NettyDataBufferFactory(allocator).allocateBuffer(10));
		assertThat(leaks).extracting(Leaks::onPurpose)
			.allSatisfy((report) -> assertThat(report).contains("ByteBuf",
					"LeakCheckTests.aBufferThatIsNotReleasedIsReportedWithItsTest"));
	}

	@Test
	void aBufferThatIsReleasedIsNoLeak() {
		int before = Leaks.found().size();
		ByteBufAllocator.DEFAULT.buffer(10).release();
		assertThat(Leaks.found()).hasSize(before);
	}

	@Test
	void aLeakFailsTheRun() {
		String report = Leaks.onPurpose(() -> ByteBufAllocator.DEFAULT.buffer(10));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> LeakCheck.failFor(List.of(report)))
			.withMessageContaining("not released: 1")
			.withMessageContaining("LeakCheckTests.aLeakFailsTheRun");
		assertThatCode(() -> LeakCheck.failFor(List.of())).doesNotThrowAnyException();
	}

}
