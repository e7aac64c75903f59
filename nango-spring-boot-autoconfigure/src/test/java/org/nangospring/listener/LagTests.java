package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

/**
 * Since when something is known to wait, of a stream that was read to its end before.
 */
class LagTests {

	private ListenerFixture fixture;

	private boolean broken;

	@BeforeEach
	void begin() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.container((builder) -> builder.errorHandler((failed) -> RecordErrorHandler.Decision.RETRY_LATER));
		this.fixture.listeners.register(ListenerFixture.definition().batches((batch) -> {
			if (this.broken) {
				throw new IllegalStateException("not today");
			}
			this.fixture.remember(batch);
		}));
		this.fixture.start();
		assertThat(this.fixture.position("acme").isCaughtUp()).isTrue();
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private @Nullable Instant behindSince() {
		return this.fixture.view("acme").behindSince();
	}

	private void outage() {
		this.fixture.server.failing((request) -> request.isRead() ? RecordsServer.error(503, "down") : null);
	}

	@Test
	void aBatchThatIsTriedAgainLaterWaitsSinceItsFirstChangeUntilItIsDelivered() {
		this.broken = true;
		this.fixture.server.fill(SLACK, 0, 2);
		this.fixture.advance(Duration.ofMinutes(5));
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		assertThat(behindSince()).isEqualTo(RecordsServer.BEGINNING);
		this.fixture.advance(Duration.ofHours(1));
		assertThat(behindSince()).isEqualTo(RecordsServer.BEGINNING);
		this.broken = false;
		this.fixture.advance(Duration.ofMinutes(5));
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1");
		assertThat(behindSince()).isNull();
	}

	@Test
	void whatAWebhookHasAnnouncedWaitsForAsLongAsNangoCannotBeRead() {
		outage();
		this.fixture.server.fill(SLACK, 0, 1);
		this.fixture.advance(Duration.ofSeconds(7));
		Instant webhook = this.fixture.timing.now();
		this.fixture.synced("acme");
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		assertThat(behindSince()).isEqualTo(webhook);
		this.fixture.advance(Duration.ofHours(1));
		this.fixture.synced("acme");
		assertThat(behindSince()).isEqualTo(webhook);
		this.fixture.server.working();
		this.fixture.advance(Duration.ofMinutes(5));
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
		assertThat(behindSince()).isNull();
	}

	@Test
	void whatAWebhookAnnouncesDuringATurnIsNotTakenForDeliveredWithIt() throws Exception {
		try (ListenerFixture other = new ListenerFixture()) {
			other.server.connect("slack", "acme").put(SLACK, "r0", ",\"number\":0");
			other.listeners.register(ListenerFixture.definition().batches((batch) -> {
				other.timing.advance(Duration.ofSeconds(3));
				other.synced("acme");
				other.server.failing((request) -> request.isRead() ? RecordsServer.error(503, "down") : null);
			}));
			Instant begun = other.timing.now();
			other.start();
			assertThat(other.position("acme").isCaughtUp()).isTrue();
			assertThat(other.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
			assertThat(other.view("acme").behindSince()).isEqualTo(begun.plusSeconds(3));
		}
	}

}
