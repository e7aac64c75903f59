package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.nangospring.listener.ListenerFixture.SLACK;

class RateLimitTests {

	private ListenerFixture fixture;

	private Instant reset;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.server.fill(SLACK, 0, 5_000);
		this.fixture.listeners.register(this.fixture.users());
		this.reset = this.fixture.timing.now().plusSeconds(40);
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	@Test
	void catchingUpWaitsForTheNextWindowWhenTheLimitIsNearlyUsedUp() {
		this.fixture.server.rateLimit(200, 19, this.reset);
		this.fixture.start();
		assertThat(this.fixture.server.reads()).isEmpty();
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.PAUSED);
		this.fixture.advance(Duration.ofSeconds(39));
		assertThat(this.fixture.server.reads()).isEmpty();
		this.fixture.server.rateLimit(200, 200, this.reset.plusSeconds(60));
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.delivered).hasSize(5_000);
	}

	@Test
	void aTurnEndsInTheMidstOfAStreamWhenTheLimitIsNearlyUsedUp() {
		this.fixture.server.rateLimit(200, 100, this.reset);
		this.fixture.server.failing((request) -> {
			if (request.isRead() && "c1000".equals(request.cursor())) {
				this.fixture.server.rateLimit(200, 5, this.reset);
			}
			return null;
		});
		this.fixture.start();
		assertThat(this.fixture.delivered).hasSizeBetween(500, 2_500);
		assertThat(this.fixture.server.reads()).hasSizeLessThanOrEqualTo(3);
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.PAUSED);
		int delivered = this.fixture.delivered.size();
		assertThat(this.fixture.position("acme").records()).isEqualTo(delivered);
		this.fixture.server.working();
		this.fixture.server.rateLimit(200, 200, this.reset.plusSeconds(60));
		this.fixture.advance(Duration.ofSeconds(40));
		assertThat(this.fixture.delivered).hasSize(5_000).doesNotHaveDuplicates();
	}

	@Test
	void aLimitThatIsNotNearlyUsedUpPausesNothing() {
		this.fixture.server.rateLimit(200, 20, this.reset);
		this.fixture.start();
		assertThat(this.fixture.delivered).hasSize(5_000);
	}

	@Test
	void aWindowThatIsOverPausesNothing() {
		this.fixture.server.rateLimit(200, 0, this.fixture.timing.now());
		this.fixture.start();
		assertThat(this.fixture.delivered).hasSize(5_000);
	}

	@Test
	void aClockThatIsWrongPausesForTwoMinutesAtMost() {
		this.fixture.server.rateLimit(200, 0, this.reset.plus(Duration.ofHours(5)));
		this.fixture.start();
		this.fixture.server.rateLimit(200, 200, this.reset);
		this.fixture.nango.connections().list();
		this.fixture.advance(Duration.ofMinutes(2));
		assertThat(this.fixture.delivered).hasSize(5_000);
	}

	@Test
	void listingAndLookingUpConnectionsWaitForTheNextWindowToo() {
		this.fixture.start();
		this.fixture.delivered.clear();
		this.reset = this.fixture.timing.now().plusSeconds(340);
		this.fixture.server.rateLimit(200, 19, this.reset);
		this.fixture.advance(Duration.ofSeconds(299));
		this.fixture.nango.connections().list();
		this.fixture.server.connect("slack", "globex").fill("slack/globex/User", 0, 1);
		this.fixture.server.forgetRequests();
		this.fixture.received(ListenerFixture.creation("globex"));
		this.fixture.advance(Duration.ofSeconds(1));
		this.fixture.advance(Duration.ofSeconds(39));
		assertThat(this.fixture.server.listings()).isEmpty();
		this.fixture.server.rateLimit(200, 200, this.reset.plusSeconds(60));
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.delivered).containsExactly("globex:r0");
		assertThat(this.fixture.server.listings()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-PT1H", "PT0S", "PT1H" })
	void aClockThatDiffersFromNangosPausesUntilTheNextWindowAllTheSame(Duration ahead) {
		Instant nangosTime = this.fixture.timing.now().plus(ahead);
		this.fixture.server.rateLimit(200, 19, nangosTime.plusSeconds(40));
		this.fixture.server.time(nangosTime);
		this.fixture.start();
		this.fixture.advance(Duration.ofSeconds(39));
		assertThat(this.fixture.server.reads()).isEmpty();
		this.fixture.server.rateLimit(200, 200, nangosTime.plusSeconds(100));
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.delivered).hasSize(5_000);
	}

	@Test
	void theShareThatIsLeftToOthersCanBeSet() {
		this.fixture.container((builder) -> builder.rateLimitReserve(0)).register(this.fixture.users());
		this.fixture.server.rateLimit(200, 0, this.reset);
		this.fixture.start();
		assertThat(this.fixture.delivered).hasSize(5_000);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fixture.container((builder) -> builder.rateLimitReserve(1)))
			.withMessageContaining("reserve");
	}

}
