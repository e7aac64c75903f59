package org.nangospring.client.fault;

import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledDirectByteBuf;
import io.netty.buffer.UnpooledHeapByteBuf;

/**
 * Memory of Netty's that remembers how much of it was in use at the same time.
 */
final class MeasuredAllocator extends AbstractByteBufAllocator {

	private final AtomicLong used = new AtomicLong();

	private final AtomicLong most = new AtomicLong();

	MeasuredAllocator() {
		super(true);
	}

	long most() {
		return this.most.get();
	}

	private void count(long bytes) {
		this.most.accumulateAndGet(this.used.addAndGet(bytes), Math::max);
	}

	@Override
	public boolean isDirectBufferPooled() {
		return false;
	}

	@Override
	protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
		count(initialCapacity);
		return toLeakAwareBuffer(new UnpooledHeapByteBuf(this, initialCapacity, maxCapacity) {

			@Override
			public ByteBuf capacity(int capacity) {
				count(capacity - capacity());
				return super.capacity(capacity);
			}

			@Override
			protected void deallocate() {
				count(-capacity());
				super.deallocate();
			}

		});
	}

	@Override
	protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
		count(initialCapacity);
		return toLeakAwareBuffer(new UnpooledDirectByteBuf(this, initialCapacity, maxCapacity) {

			@Override
			public ByteBuf capacity(int capacity) {
				count(capacity - capacity());
				return super.capacity(capacity);
			}

			@Override
			protected void deallocate() {
				count(-capacity());
				super.deallocate();
			}

		});
	}

}
