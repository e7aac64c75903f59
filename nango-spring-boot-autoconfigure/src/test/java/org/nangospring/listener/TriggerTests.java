package org.nangospring.listener;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

class TriggerTests {

	private ListenerFixture fixture;

	@BeforeEach
	void begin() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		this.fixture.server.fill(SLACK, 0, 1);
		this.fixture.server.forgetRequests();
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	@Test
	void aSyncWebhookHasItsStreamReadAtOnce() {
		this.fixture.synced("acme");
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
		assertThat(this.fixture.server.reads()).hasSize(1);
		assertThat(this.fixture.server.listings()).isEmpty();
	}

	@Test
	void aSyncWebhookWithoutAModelMayBeAboutAny() {
		this.fixture.received(ListenerFixture.syncWebhook("acme", null, "base"));
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
	}

	@Test
	void aSyncWebhookOfAnotherModelVariantOrKindChangesNothing() {
		this.fixture.received(ListenerFixture.syncWebhook("acme", "Channel", "base"));
		this.fixture.received(ListenerFixture.syncWebhook("acme", "User", "eu"));
		this.fixture.received(ListenerFixture.syncWebhook("acme", "User", "base").replace("slack", "github"));
		this.fixture.received("{\"hello\":1}");
		assertThat(this.fixture.server.reads()).isEmpty();
		assertThat(this.fixture.server.listings()).isEmpty();
	}

	@Test
	void aWebhookThatWasLostIsMadeGoodByTheSchedule() {
		this.fixture.advance(Duration.ofMinutes(5).minusMillis(1));
		assertThat(this.fixture.delivered).isEmpty();
		this.fixture.advance(Duration.ofMillis(1));
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
	}

	@Test
	void theScheduleBeginsAnewWithEachReading() {
		this.fixture.advance(Duration.ofMinutes(4));
		this.fixture.synced("acme");
		this.fixture.advance(Duration.ofMinutes(4));
		assertThat(this.fixture.server.reads()).hasSize(1);
		this.fixture.advance(Duration.ofMinutes(1));
		assertThat(this.fixture.server.reads()).hasSize(2);
	}

	@Test
	void whatAnotherInstanceHasJustReadIsNotReadAgainByTheSchedule() {
		RecordListenerContainer other = this.fixture.container((builder) -> builder);
		other.register(this.fixture.users());
		this.fixture.start();
		this.fixture.server.forgetRequests();
		this.fixture.advance(Duration.ofMinutes(5));
		assertThat(this.fixture.server.reads()).hasSize(1);
		this.fixture.advance(Duration.ofMinutes(5));
		assertThat(this.fixture.server.reads()).hasSize(2);
	}

	@Test
	void anInstanceWhoseClockIsWrongDoesNotHoldUpTheOthers() {
		this.fixture.store.change(this.fixture.stream("acme"),
				(position) -> position.caughtUp(this.fixture.timing.now().plus(Duration.ofDays(1))));
		this.fixture.advance(Duration.ofMinutes(5));
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
	}

	@Test
	void aHintThatComesDuringATurnHasTheStreamReadOnceMore() throws Exception {
		try (ListenerFixture other = new ListenerFixture()) {
			other.server.connect("slack", "acme").put(SLACK, "r0", ",\"number\":0");
			other.listeners.register(ListenerFixture.definition().records((stream, record) -> {
				other.remember(stream, record.id());
				if (record.id().equals("r0")) {
					other.server.put(SLACK, "r1", ",\"number\":1");
					other.listeners.trigger(stream);
					other.listeners.trigger(stream);
				}
			}));
			other.start();
			assertThat(other.delivered).containsExactly("acme:r0", "acme:r1");
			assertThat(other.server.reads()).hasSize(2);
		}
	}

	@Test
	void aWebhookOfAnUnknownConnectionIsLookedUpAndItsStreamJoins() {
		this.fixture.server.connect("slack", "globex").put("slack/globex/User", "g0", ",\"number\":0");
		this.fixture.synced("globex");
		assertThat(this.fixture.delivered).containsExactly("globex:g0");
		assertThat(this.fixture.server.listings()).singleElement()
			.satisfies((request) -> assertThat(request.query()).containsEntry("connectionId", "globex"));
	}

	@Test
	void aWebhookThatWasMadeUpCostsALookUpAndNothingElse() {
		this.fixture.synced("nobody");
		this.fixture.received(ListenerFixture.creation("nobody"));
		assertThat(this.fixture.server.reads()).isEmpty();
		assertThat(this.fixture.listeners.streams()).hasSize(1);
		assertThat(this.fixture.events(RecordStreamLeft.class)).isEmpty();
	}

	@Test
	void aConnectionThatIsMadeJoinsWithItsWebhook() {
		this.fixture.server.connect("slack", "globex").put("slack/globex/User", "g0", ",\"number\":0");
		this.fixture.received(ListenerFixture.creation("globex"));
		assertThat(this.fixture.delivered).containsExactly("globex:g0");
		assertThat(this.fixture.events(RecordStreamJoined.class))
			.contains(new RecordStreamJoined(this.fixture.stream("globex")));
	}

	@Test
	void aTriggerOfAStreamThatIsNotLookedAfterSaysSo() {
		assertThat(this.fixture.listeners.trigger(this.fixture.stream("acme"))).isTrue();
		assertThat(this.fixture.listeners.trigger(this.fixture.stream("nobody"))).isFalse();
	}

	@Test
	void aWebhookOfAStoppedContainerIsIgnored() {
		this.fixture.listeners.stop();
		this.fixture.synced("acme");
		assertThat(this.fixture.delivered).isEmpty();
	}

}
