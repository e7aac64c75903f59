package org.nangospring.listener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.RecordsServer.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangospring.listener.ListenerFixture.SLACK;

class StreamReadingTests {

	private ListenerFixture fixture;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme");
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	@Test
	void everyChangeIsDeliveredInOrderAtTheStart() {
		this.fixture.server.fill(SLACK, 0, 2_345);
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		assertThat(this.fixture.delivered)
			.containsExactlyElementsOf(IntStream.range(0, 2_345).mapToObj((i) -> "acme:r" + i).toList());
		assertThat(this.fixture.batches).containsExactly(500, 500, 500, 500, 345);
		assertThat(this.fixture.server.reads()).hasSize(3);
	}

	@Test
	void thePositionIsThatOfTheLastRecord() {
		this.fixture.server.fill(SLACK, 0, 3);
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		StreamPosition position = this.fixture.position("acme");
		assertThat(position.cursor()).isEqualTo("c3");
		assertThat(position.records()).isEqualTo(3);
		assertThat(position.isCaughtUp()).isTrue();
		assertThat(position.caughtUpAt()).isEqualTo(this.fixture.timing.now());
		assertThat(position.newestChange()).isEqualTo(RecordsServer.BEGINNING.plusSeconds(2));
	}

	@Test
	void aBatchHasNoMoreRecordsThanItIsSaidTo() {
		this.fixture.server.fill(SLACK, 0, 7);
		this.fixture.listeners.register(this.fixture.users((options) -> options.batchSize(3)));
		this.fixture.start();
		assertThat(this.fixture.batches).containsExactly(3, 3, 1);
		assertThat(this.fixture.server.reads()).hasSize(1);
	}

	@Test
	void aBatchThatEndsWithTheStreamIsTheLast() {
		this.fixture.server.fill(SLACK, 0, 6);
		this.fixture.listeners.register(this.fixture.users((options) -> options.batchSize(3)));
		this.fixture.start();
		assertThat(this.fixture.batches).containsExactly(3, 3);
		assertThat(this.fixture.server.reads()).hasSize(1);
		assertThat(this.fixture.position("acme").isCaughtUp()).isTrue();
	}

	@Test
	void aRestartGoesOnWhereTheListenerCameTo() {
		this.fixture.server.fill(SLACK, 0, 3);
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		this.fixture.listeners.stop();
		this.fixture.server.fill(SLACK, 3, 5);
		this.fixture.container((builder) -> builder).register(this.fixture.users());
		this.fixture.start();
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1", "acme:r2", "acme:r3", "acme:r4");
		assertThat(this.fixture.server.reads()).last().extracting(Request::cursor).isEqualTo("c3");
	}

	@Test
	void changesDeletionsAndPrunedPayloadsAreDeliveredAsWhatTheyAre() {
		this.fixture.server.fill(SLACK, 0, 4);
		this.fixture.server.put(SLACK, "r1", ",\"number\":11");
		this.fixture.server.delete(SLACK, "r2");
		this.fixture.server.prune(SLACK, "r3");
		List<NangoRecord<User>> records = new ArrayList<>();
		this.fixture.listeners.register(ListenerFixture.definition().records((stream, record) -> records.add(record)));
		this.fixture.start();
		assertThat(records).extracting(NangoRecord::id).containsExactly("r0", "r3", "r1", "r2");
		assertThat(records.get(1).isPruned()).isTrue();
		assertThat(records.get(1).data()).isNull();
		assertThat(Objects.requireNonNull(records.get(2).data()).number()).isEqualTo(11);
		assertThat(records.get(3).isDeleted()).isTrue();
		assertThat(records.get(3).data()).isNull();
	}

	@Test
	void variantsAndModelsAreStreamsOfTheirOwn() {
		this.fixture.server.fill(SLACK, 0, 1);
		this.fixture.server.fill("slack/acme/User::eu", 10, 11);
		this.fixture.server.fill("slack/acme/Channel", 20, 21);
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.listeners.register(ListenerFixture.definition().variant("eu").batches(this.fixture::remember));
		this.fixture.listeners
			.register(RecordListenerDefinition.of("slack", "Channel", User.class).batches(this.fixture::remember));
		this.fixture.start();
		assertThat(this.fixture.delivered).containsExactlyInAnyOrder("acme:r0", "acme:r10", "acme:r20");
		assertThat(this.fixture.listeners.ids()).containsExactlyInAnyOrder("slack-User", "slack-User-eu",
				"slack-Channel");
	}

	@Test
	void twoListenersOfOneModelHaveAPositionEach() {
		this.fixture.server.fill(SLACK, 0, 2);
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.listeners.register(ListenerFixture.definition().id("other").batches((batch) -> {
			throw new IllegalStateException("not today");
		}));
		this.fixture.start();
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.ACTIVE);
		assertThat(this.fixture.listeners.positions("other")).singleElement()
			.extracting(StreamPosition::state)
			.isEqualTo(StreamState.STOPPED);
		assertThat(this.fixture.delivered).containsExactly("acme:r0", "acme:r1");
	}

	@Test
	void aPageThatFailsComesAfterTheRecordsBeforeItAndIsReadAgain() {
		this.fixture.server.fill(SLACK, 0, 1_200);
		this.fixture.server.failing(
				(request) -> request.isRead() && request.cursor() != null ? RecordsServer.error(503, "down") : null);
		this.fixture.listeners.register(this.fixture.users((options) -> options.batchSize(700)));
		this.fixture.start();
		assertThat(this.fixture.batches).containsExactly(700, 300);
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		assertThat(Objects.requireNonNull(this.fixture.view("acme").problem()).message()).contains("503");
		this.fixture.server.working();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.batches).containsExactly(700, 300, 200);
		assertThat(this.fixture.view("acme").problem()).isNull();
	}

	@Test
	void anOutageIsAskedAboutLessAndLessOftenAndStopsNothing() {
		this.fixture.server.failing((request) -> request.isRead() ? RecordsServer.error(500, "server_error") : null);
		this.fixture.server.fill(SLACK, 0, 1);
		this.fixture.listeners.register(this.fixture.users());
		this.fixture.start();
		int[] waits = { 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300 };
		for (int wait : waits) {
			this.fixture.server.forgetRequests();
			this.fixture.advance(Duration.ofSeconds(wait).minusMillis(1));
			assertThat(this.fixture.server.reads()).isEmpty();
			this.fixture.advance(Duration.ofMillis(1));
			assertThat(this.fixture.server.reads()).isNotEmpty();
		}
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.ACTIVE);
		this.fixture.server.working();
		this.fixture.advance(Duration.ofMinutes(5));
		assertThat(this.fixture.delivered).containsExactly("acme:r0");
	}

	@Test
	void theAgeOfTheOldestChangeThatIsNotDeliveredIsKnown() {
		this.fixture.server.fill(SLACK, 0, 2);
		this.fixture.listeners.register(ListenerFixture.definition().records((stream, record) -> {
			if (record.id().equals("r1")) {
				throw new IllegalStateException();
			}
		}));
		this.fixture.start();
		assertThat(this.fixture.view("acme").behindSince()).isNotNull();
		this.fixture.listeners.rewind(this.fixture.stream("acme"), "c2");
		this.fixture.tasks.drain();
		assertThat(this.fixture.view("acme").behindSince()).isNull();
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.IDLE);
	}

}
