package org.nangospring.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.nangospring.webhook.WebhookDeliveries.Claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryWebhookDeliveriesTests {

	private final MovableClock clock = new MovableClock();

	private final InMemoryWebhookDeliveries deliveries = new InMemoryWebhookDeliveries(3, Duration.ofMinutes(2),
			this.clock);

	@Test
	void aClaimIsGrantedOnceUntilItSaysHowItWent() {
		assertThat(this.deliveries.claim("a")).isEqualTo(Claim.GRANTED);
		assertThat(this.deliveries.claim("a")).isEqualTo(Claim.IN_PROGRESS);
		assertThat(this.deliveries.claim("b")).isEqualTo(Claim.GRANTED);
		this.deliveries.handled("a");
		assertThat(this.deliveries.claim("a")).isEqualTo(Claim.HANDLED);
	}

	@Test
	void whatFailedIsGrantedAgain() {
		this.deliveries.claim("a");
		this.deliveries.failed("a");
		assertThat(this.deliveries.claim("a")).isEqualTo(Claim.GRANTED);
	}

	@Test
	void whatWasHandledIsForgottenAfterItsTime() {
		handle("a");
		this.clock.now = this.clock.now.plus(Duration.ofMinutes(2)).minusNanos(1);
		assertThat(this.deliveries.claim("a")).isEqualTo(Claim.HANDLED);
		this.clock.now = this.clock.now.plusNanos(1);
		assertThat(this.deliveries.claim("a")).isEqualTo(Claim.GRANTED);
	}

	@Test
	void theOldestIsForgottenFirstWhenThereIsNoMoreRoom() {
		for (String fingerprint : new String[] { "a", "b", "c", "d" }) {
			handle(fingerprint);
		}
		assertThat(this.deliveries.claim("b")).isEqualTo(Claim.HANDLED);
		assertThat(this.deliveries.claim("d")).isEqualTo(Claim.HANDLED);
		assertThat(this.deliveries.claim("a")).isEqualTo(Claim.GRANTED);
	}

	@Test
	void limitsOutOfTheirRangeAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new InMemoryWebhookDeliveries(0, Duration.ofMinutes(1), this.clock));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new InMemoryWebhookDeliveries(1, Duration.ZERO, this.clock));
	}

	private void handle(String fingerprint) {
		this.deliveries.claim(fingerprint);
		this.deliveries.handled(fingerprint);
	}

	private static final class MovableClock extends Clock {

		private Instant now = Instant.parse("2026-11-23T12:00:00Z");

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
