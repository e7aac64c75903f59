package org.nangospring.listener;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.connection.ConnectionSummary;

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
				? org.nangospring.client.fault.SmallServer.ok("{\"connections\":[]}") : null);
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
		begin(new ConnectionSelector() {
			@Override
			public boolean selects(ConnectionSummary connection) {
				if (broken[0]) {
					throw new IllegalStateException("selector");
				}
				return true;
			}
		});
		broken[0] = true;
		this.fixture.advance(INTERVAL);
		assertThat(this.fixture.listeners.streams()).hasSize(2);
		assertThat(this.fixture.events(RecordStreamLeft.class)).isEmpty();
	}

	@Test
	void aConnectionThatNangoDoesNotKnowWhenItIsReadLeavesAtOnce() {
		begin((connection) -> true);
		this.fixture.server.disconnect("slack", "acme");
		this.fixture.synced("acme");
		assertThat(this.fixture.events(RecordStreamLeft.class)).hasSize(1);
		assertThat(this.fixture.store.find(this.fixture.stream("acme"))).isNull();
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
