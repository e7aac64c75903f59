package org.nangospring.listener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.fault.SmallServer;

import static org.assertj.core.api.Assertions.assertThat;

class MembershipTests {

	private static final Duration INTERVAL = Duration.ofMinutes(5);

	private ListenerFixture fixture;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme", "plan", "pro").connect("slack", "globex", "plan", "free");
		this.fixture.server.connect("github", "acme");
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	private void begin(ConnectionSelector selector) {
		this.fixture.listeners
			.register(ListenerFixture.definition().selector(selector).batches(this.fixture::remember));
		this.fixture.start();
	}

	private void put(String connection, String id) {
		this.fixture.server.put("slack/" + connection + "/User", id, ",\"number\":1");
	}

	@Test
	void allConnectionsOfTheIntegrationAreListenedTo() {
		put("acme", "a");
		put("globex", "g");
		begin((connection) -> true);
		assertThat(this.fixture.delivered).containsExactlyInAnyOrder("acme:a", "globex:g");
		assertThat(this.fixture.events(RecordStreamJoined.class)).hasSize(2);
		assertThat(this.fixture.server.listings()).singleElement()
			.satisfies((request) -> assertThat(request.query()).containsEntry("integrationId", "slack"));
	}

	@Test
	void aSelectorChoosesConnections() {
		put("acme", "a");
		put("globex", "g");
		begin((connection) -> "pro".equals(connection.tags().get("plan")));
		assertThat(this.fixture.delivered).containsExactly("acme:a");
	}

	@Test
	void aNewConnectionJoinsByItself() {
		begin((connection) -> true);
		this.fixture.server.connect("slack", "initech");
		put("initech", "i");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.delivered).containsExactly("initech:i");
	}

	@Test
	void aDeletedConnectionLeavesSaysSoAndItsPositionIsForgotten() {
		put("acme", "a");
		begin((connection) -> true);
		this.fixture.server.disconnect("slack", "acme");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.events(RecordStreamLeft.class))
			.containsExactly(new RecordStreamLeft(this.fixture.stream("acme"), RecordStreamLeft.Reason.DELETED));
		assertThat(this.fixture.store.find(this.fixture.stream("acme"))).isNull();
		this.fixture.server.forgetRequests();
		this.fixture.advance(INTERVAL.multipliedBy(2));
		assertThat(this.fixture.server.reads()).noneMatch((request) -> request.connection().equals("acme"));
	}

	@Test
	void aConnectionThatIsMadeAgainBeginsAtItsBeginning() {
		put("acme", "a");
		begin((connection) -> true);
		this.fixture.server.disconnect("slack", "acme");
		this.fixture.advance(INTERVAL);
		this.fixture.server.connect("slack", "acme");
		put("acme", "b");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.delivered).containsExactly("acme:a", "acme:b");
		assertThat(this.fixture.position("acme").records()).isEqualTo(1);
	}

	@Test
	void aConnectionThatWasDeletedWhileNobodyListenedLeavesToo() {
		put("acme", "a");
		begin((connection) -> true);
		this.fixture.listeners.stop();
		this.fixture.server.disconnect("slack", "acme");
		this.fixture.container((builder) -> builder).register(this.fixture.users());
		this.fixture.start();
		assertThat(this.fixture.events(RecordStreamLeft.class)).hasSize(1);
		assertThat(this.fixture.store.find(this.fixture.stream("acme"))).isNull();
	}

	@Test
	void aListingThatFailsLetsNothingLeaveAndIsTriedAgain() {
		begin((connection) -> true);
		this.fixture.server.failing((request) -> request.isRead() ? null : RecordsServer.error(503, "down"));
		this.fixture.server.disconnect("slack", "acme");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.events(RecordStreamLeft.class)).isEmpty();
		this.fixture.server.working();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.events(RecordStreamLeft.class)).hasSize(1);
	}

	@Test
	void aListingThatFailsAtTheStartIsTriedAgain() {
		put("acme", "a");
		this.fixture.server.failing((request) -> request.isRead() ? null : RecordsServer.error(503, "down"));
		begin((connection) -> true);
		assertThat(this.fixture.delivered).isEmpty();
		this.fixture.server.working();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.delivered).containsExactly("acme:a");
	}

	@Test
	void aConnectionThatIsMissingInAListButThereStays() {
		begin((connection) -> true);
		this.fixture.server.failing((request) -> (!request.isRead() && !request.query().containsKey("connectionId"))
				? SmallServer.ok("{\"connections\":[]}") : null);
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.events(RecordStreamLeft.class)).isEmpty();
		assertThat(this.fixture.listeners.streams()).hasSize(2);
	}

	@Test
	void aConnectionThatIsNoLongerChosenLeavesAndComesBackWhereItWas() {
		put("acme", "a");
		begin((connection) -> "pro".equals(connection.tags().get("plan")));
		this.fixture.server.connect("slack", "acme", "plan", "free");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.events(RecordStreamLeft.class))
			.containsExactly(new RecordStreamLeft(this.fixture.stream("acme"), RecordStreamLeft.Reason.NOT_SELECTED));
		put("acme", "b");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.delivered).containsExactly("acme:a");
		this.fixture.server.connect("slack", "acme", "plan", "pro");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.delivered).containsExactly("acme:a", "acme:b");
	}

	@Test
	void aSelectorThatFailsLeavesThingsAsTheyAre() {
		boolean[] broken = { false };
		begin((connection) -> {
			if (broken[0] && connection.connectionId().equals("acme")) {
				throw new NoClassDefFoundError("selector");
			}
			if (broken[0] && connection.connectionId().equals("globex")) {
				throw new IllegalStateException("selector");
			}
			return true;
		});
		broken[0] = true;
		this.fixture.server.connect("slack", "initech");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.listeners.streams()).hasSize(3);
		assertThat(this.fixture.events(RecordStreamLeft.class)).isEmpty();
	}

	@Test
	void aConnectionThatNangoDoesNotKnowWhenItIsReadLeavesAtOnce() {
		begin((connection) -> true);
		this.fixture.server.disconnect("slack", "acme");
		this.fixture.synced("acme");
		assertThat(this.fixture.events(RecordStreamLeft.class)).hasSize(1);
		assertThat(this.fixture.store.find(this.fixture.stream("acme"))).isNotNull();
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.store.find(this.fixture.stream("acme"))).isNull();
		assertThat(this.fixture.events(RecordStreamLeft.class)).hasSize(1);
	}

	@Test
	void aConnectionThatIsLeftOutByMistakeLeavesAndGoesOnFromItsPositionWhenItIsListedAgain() {
		put("acme", "a");
		begin((connection) -> true);
		this.fixture.server.failing(
				(request) -> request.path().equals("/connections") ? SmallServer.ok("{\"connections\":[]}") : null);
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.events(RecordStreamLeft.class)).hasSize(2);
		assertThat(this.fixture.listeners.streams()).isEmpty();
		assertThat(this.fixture.position("acme").records()).isEqualTo(1);
		put("acme", "b");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.delivered).containsExactly("acme:a");
		assertThat(this.fixture.server.gets()).as("asked once each").hasSize(2);
		this.fixture.server.working();
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.delivered).containsExactly("acme:a", "acme:b");
		assertThat(this.fixture.events(RecordStreamLeft.class)).hasSize(2);
	}

	@Test
	void whatSaysNothingAboutTheConnectionItselfKeepsItsPosition() {
		for (String answer : List.of(RecordsServer.error(404, "unknown_provider_config"),
				RecordsServer.error(403, "forbidden"), RecordsServer.error(424, "connection_refresh_backoff"),
				RecordsServer.error(503, "down"), SmallServer.answer(404, "", "{}"))) {
			this.fixture.server.connect("slack", "acme", "plan", "pro").working();
			this.fixture.container((builder) -> builder)
				.register(ListenerFixture.definition().batches(this.fixture::remember));
			this.fixture.start();
			this.fixture.server.disconnect("slack", "acme");
			this.fixture.server.failing((request) -> request.isGet() ? answer : null);
			this.fixture.advance(INTERVAL);
			assertThat(this.fixture.listeners.streams()).hasSize(1);
			assertThat(this.fixture.store.find(this.fixture.stream("acme"))).as(answer).isNotNull();
			this.fixture.listeners.stop();
		}
	}

	@Test
	void aListThatLeavesOutMostConnectionsCostsNoPosition() {
		for (int i = 0; i < 12; i++) {
			this.fixture.server.connect("slack", "c" + i);
		}
		put("c1", "a");
		begin((connection) -> true);
		for (int i = 0; i < 12; i++) {
			this.fixture.server.disconnect("slack", "c" + i);
		}
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.events(RecordStreamLeft.class)).hasSize(12);
		this.fixture.server.forgetRequests();
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.server.listings()).hasSize(1);
		assertThat(this.fixture.server.gets()).isEmpty();
		assertThat(this.fixture.store.list("slack-User")).hasSize(14);
		for (int i = 0; i < 12; i++) {
			this.fixture.server.connect("slack", "c" + i);
		}
		put("c1", "b");
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.delivered).containsExactly("c1:a", "c1:b");
		assertThat(this.fixture.position("c1").records()).isEqualTo(2);
	}

	@Test
	void noMoreThanFiftyConnectionsAreLookedUpAtATime() {
		for (int i = 0; i < 200; i++) {
			this.fixture.server.connect("slack", "c" + i);
		}
		begin((connection) -> true);
		for (int i = 0; i < 80; i++) {
			this.fixture.server.disconnect("slack", "c" + i);
		}
		this.fixture.server.forgetRequests();
		this.fixture.advance(INTERVAL.minusSeconds(1));
		this.fixture.server.failing((request) -> request.isRead() ? RecordsServer.error(503, "down") : null);
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.server.gets()).hasSize(50);
		assertThat(this.fixture.server.listings()).hasSize(51);
		assertThat(this.fixture.store.list("slack-User")).hasSize(152);
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.store.list("slack-User")).hasSize(122);
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme", "globex", "initech" })
	void aLookUpThatFailsKeepsNoOtherConnectionFromLeaving(String failing) {
		this.fixture.server.connect("slack", "initech");
		// reading, which finds out too, is not due
		this.fixture.listeners.register(this.fixture.users((options) -> options.pollInterval(Duration.ofHours(1))));
		this.fixture.start();
		for (String connection : List.of("acme", "globex", "initech")) {
			this.fixture.server.disconnect("slack", connection);
		}
		this.fixture.server.failing((request) -> failing.equals(request.query().get("connectionId"))
				? RecordsServer.error(503, "down") : null);
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.listeners.streams()).singleElement()
			.extracting((stream) -> stream.id().connectionId())
			.isEqualTo(failing);
		this.fixture.server.working();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.listeners.streams()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void connectionsForWhichEachQuestionFailsHoldUpNoOthersForEver(boolean afterARestart) {
		for (int i = 0; i < 8; i++) {
			this.fixture.server.connect("slack", "c" + i);
		}
		// reading, which finds out too, is not due
		this.fixture.listeners.register(this.fixture.users((options) -> options.pollInterval(Duration.ofHours(9))));
		this.fixture.start();
		List<String> failing = new CopyOnWriteArrayList<>();
		this.fixture.server.failing((request) -> {
			String asked = request.query().get("connectionId");
			String connection = request.isGet() ? request.path().substring("/connections/".length()) : asked;
			if (request.isRead() || connection == null || afterARestart != request.isGet()) {
				return null;
			}
			// whichever are asked for first
			if (failing.size() < 3 && !failing.contains(connection)) {
				failing.add(connection);
			}
			return failing.contains(connection) ? RecordsServer.error(503, "down") : null;
		});
		if (afterARestart) {
			this.fixture.listeners.stop();
			this.fixture.container((builder) -> builder).register(this.fixture.users());
		}
		for (int i = 0; i < 8; i++) {
			this.fixture.server.disconnect("slack", "c" + i);
		}
		if (afterARestart) {
			this.fixture.start();
		}
		for (int i = 0; i < 3; i++) {
			this.fixture.advance(INTERVAL);
		}
		List<String> expected = new ArrayList<>(failing);
		expected.addAll(List.of("acme", "globex"));
		assertThat(this.fixture.store.list("slack-User")).extracting((position) -> position.stream().connectionId())
			.containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void readingDoesNotWaitForThoseWhoHearThatAStreamHasJoined() {
		List<Integer> tasks = new ArrayList<>();
		this.fixture.listeners.setApplicationEventPublisher((event) -> tasks.add(this.fixture.tasks.size()));
		begin((connection) -> true);
		assertThat(tasks).containsExactly(2, 2);
	}

	@Test
	void joiningDoesNotWaitForThoseWhoHearThatAStreamHasLeft() {
		// reading those that are there already is not due
		this.fixture.listeners.register(ListenerFixture.definition()
			.selector((connection) -> "pro".equals(connection.tags().get("plan")))
			.options((options) -> options.pollInterval(Duration.ofHours(1)))
			.batches(this.fixture::remember));
		List<String> news = new ArrayList<>();
		this.fixture.listeners.setApplicationEventPublisher((event) -> news
			.add(event.getClass().getSimpleName() + " while " + this.fixture.tasks.size() + " wait"));
		this.fixture.start();
		this.fixture.server.connect("slack", "acme", "plan", "free").connect("slack", "initech", "plan", "pro");
		this.fixture.advance(INTERVAL);
		assertThat(news).containsExactly("RecordStreamJoined while 1 wait", "RecordStreamLeft while 1 wait",
				"RecordStreamJoined while 1 wait");
	}

	@Test
	void anErrorOfWhoHearsOfAStreamDisturbsNothing() {
		put("acme", "a");
		this.fixture.listeners.setApplicationEventPublisher((event) -> {
			throw new NoClassDefFoundError("event listener");
		});
		begin((connection) -> true);
		assertThat(this.fixture.delivered).containsExactly("acme:a");
		assertThat(this.fixture.server.listings()).hasSize(1);
	}

	@Test
	void aConnectionThatIsOnlySaidToBeUnknownStaysAndIsTriedAgain() {
		put("acme", "a");
		this.fixture.server
			.failing((request) -> request.isRead() ? RecordsServer.error(400, "unknown_connection") : null);
		begin((connection) -> true);
		assertThat(this.fixture.events(RecordStreamLeft.class)).isEmpty();
		assertThat(this.fixture.view("acme").activity()).isEqualTo(StreamActivity.RETRYING);
		this.fixture.server.working();
		this.fixture.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.delivered).containsExactly("acme:a");
	}

	@Test
	void manyConnectionsAreListedInPages() {
		for (int i = 0; i < 1_200; i++) {
			this.fixture.server.connect("slack", "c" + i);
		}
		begin((connection) -> true);
		assertThat(this.fixture.listeners.streams()).hasSize(1_202);
		assertThat(this.fixture.server.listings()).hasSize(2);
	}

}
