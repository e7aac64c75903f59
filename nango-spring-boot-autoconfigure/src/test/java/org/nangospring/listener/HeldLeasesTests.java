package org.nangospring.listener;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;

import static org.assertj.core.api.Assertions.assertThat;

class HeldLeasesTests {

	private final HeldLeases leases = new HeldLeases();

	@Test
	void aRenewalThatHangsHoldsUpNoOtherAndIsNotRepeatedBesideItself() throws Exception {
		CountDownLatch hanging = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		Lease stuck = new Lease(() -> {
			hanging.countDown();
			assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
		});
		this.leases.add(stuck);
		Thread first = new Thread(this.leases::renew);
		first.start();
		assertThat(hanging.await(60, TimeUnit.SECONDS)).isTrue();
		Lease other = new Lease(() -> {
		});
		this.leases.add(other);
		this.leases.renew();
		assertThat(other.renewals).hasValue(1);
		assertThat(stuck.renewals).hasValue(1);
		end.countDown();
		first.join();
		this.leases.renew();
		assertThat(stuck.renewals).hasValue(2);
	}

	@Test
	void aRenewalThatFailsEvenWithAnErrorKeepsNoOtherFromIt() {
		Lease broken = new Lease(() -> {
			throw new NoClassDefFoundError("driver");
		});
		Lease other = new Lease(() -> {
		});
		HeldLeases.Held held = this.leases.add(broken);
		this.leases.add(other);
		this.leases.renew();
		this.leases.renew();
		assertThat(broken.renewals).hasValue(2);
		assertThat(other.renewals).hasValue(2);
		assertThat(held.isLost()).isFalse();
	}

	private static final class Lease implements StreamLease {

		private final Work whenRenewed;

		private final AtomicInteger renewals = new AtomicInteger();

		Lease(Work whenRenewed) {
			this.whenRenewed = whenRenewed;
		}

		@Override
		public StreamPosition position() {
			return StreamPosition.beginning(new RecordStreamId("l", "i", "c", "m", null), new ManualTiming().now());
		}

		@Override
		public void deliver(Work work, StreamPosition next) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void save(StreamPosition next) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean renew() {
			this.renewals.incrementAndGet();
			try {
				this.whenRenewed.run();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			return true;
		}

		@Override
		public void close() {
		}

	}

}
