package org.nangospring.listener.jdbc.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.h2.tools.Server;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.jdbc.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What outlives the processes: a database, Nango, and what has been changed there.
 */
final class Scene implements AutoCloseable {

	static final Duration TAKE_OVER = Duration.ofSeconds(1);

	private static final int CONNECTIONS = 6;

	private final TestDatabase database;

	private final String urlForProcesses;

	private final Server h2;

	private final RecordsServer nango = new RecordsServer();

	private final Random random;

	private final List<Instance> instances = new ArrayList<>();

	/** The newest change of each record, by connection and record. */
	private final Map<String, Long> newest = new HashMap<>();

	private final Set<Change> changes = new HashSet<>();

	private final List<String> records = new ArrayList<>();

	private boolean changesEnded;

	private Scene(TestDatabase database, String urlForProcesses, Server h2, Random random) throws IOException {
		this.database = database;
		this.urlForProcesses = urlForProcesses;
		this.h2 = h2;
		this.random = random;
		database.jdbc()
			.sql("""
					CREATE TABLE EFFECT (ID BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, CONNECTION VARCHAR(20),
					RECORD_ID VARCHAR(20), POSITION BIGINT, INSTANCE VARCHAR(20), UNIQUE (RECORD_ID, POSITION))""")
			.update();
		database.jdbc().sql("CREATE TABLE TOTAL (CONNECTION VARCHAR(20) PRIMARY KEY, EFFECTS BIGINT)").update();
		for (int i = 0; i < CONNECTIONS; i++) {
			this.nango.connect("slack", "c" + i);
			database.jdbc().sql("INSERT INTO TOTAL VALUES (?, 0)").param("c" + i).update();
		}
	}

	/**
	 * Has the database in this process, and the others reach it over a socket.
	 */
	static Scene h2(Random random) throws SQLException, IOException {
		TestDatabase database = TestDatabase.h2();
		Server server = Server.createTcpServer("-tcpPort", "0").start();
		String inMemory = database.url().substring("jdbc:h2:".length());
		return new Scene(database, "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + inMemory, server, random);
	}

	static Scene postgres(Random random) throws SQLException, IOException {
		TestDatabase database = TestDatabase.postgres();
		return new Scene(database, database.url(), null, random);
	}

	TestDatabase database() {
		return this.database;
	}

	Instance start(String name, Duration takeOverAfter, Consumer<Instance> atPoint) throws IOException {
		return start(name, takeOverAfter, CrashingApplication.Point.NOWHERE, 0, atPoint);
	}

	Instance start(String name, Duration takeOverAfter, CrashingApplication.Point blockAt, int deliveries,
			Consumer<Instance> atPoint) throws IOException {
		Instance instance = Instance.start(name, this.urlForProcesses, this.nango.url(), takeOverAfter, blockAt,
				deliveries, atPoint);
		this.instances.add(instance);
		return instance;
	}

	/**
	 * Changes records: most of them new ones, some that were there before.
	 */
	synchronized void change(int times) {
		for (int i = 0; i < times && !this.changesEnded; i++) {
			String record = (!this.records.isEmpty() && this.random.nextInt(10) == 0)
					? this.records.get(this.random.nextInt(this.records.size())) : newRecord();
			String connection = record.substring(0, record.indexOf('-'));
			String cursor = this.nango.put("slack/" + connection + "/User", record, ",\"number\":" + i);
			long position = Long.parseLong(cursor.substring(1));
			this.newest.put(record, position);
			this.changes.add(new Change(record, position));
		}
	}

	private String newRecord() {
		String record = "c" + this.random.nextInt(CONNECTIONS) + "-r" + this.records.size();
		this.records.add(record);
		return record;
	}

	synchronized void endChanges() {
		this.changesEnded = true;
	}

	synchronized int changes() {
		return this.changes.size();
	}

	/**
	 * Waits until the newest change of every record has had its effect.
	 */
	void awaitAllDelivered() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(90))
			.pollInterval(Duration.ofMillis(50))
			.untilAsserted(() -> assertThat(undelivered()).isEmpty());
	}

	private synchronized Map<String, Long> undelivered() {
		Map<String, Long> missing = new TreeMap<>(this.newest);
		effects().forEach((effect) -> missing.remove(effect.record, effect.position));
		return missing;
	}

	List<Effect> effects() {
		return this.database.jdbc()
			.sql("SELECT CONNECTION, RECORD_ID AS RECORD, POSITION, INSTANCE FROM EFFECT ORDER BY ID")
			.query((row, number) -> new Effect(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)))
			.list();
	}

	/**
	 * Everything arrived, once, in order.
	 */
	void verify() {
		List<Effect> effects = effects();
		Map<String, List<Long>> byConnection = new TreeMap<>();
		Set<Change> applied = new HashSet<>();
		for (Effect effect : effects) {
			byConnection.computeIfAbsent(effect.connection, (key) -> new ArrayList<>()).add(effect.position);
			assertThat(applied.add(new Change(effect.record, effect.position))).as("%s twice", effect).isTrue();
		}
		assertThat(undelivered()).as("changes that were lost").isEmpty();
		synchronized (this) {
			assertThat(this.changes).as("changes that there were").containsAll(applied);
		}
		byConnection.forEach((connection, positions) -> {
			assertThat(positions).as("order of " + connection).isSorted();
			long count = positions.size();
			assertThat(number("SELECT EFFECTS FROM TOTAL WHERE CONNECTION = ?", connection)).isEqualTo(count);
			assertThat(number("SELECT RECORDS FROM NANGO_STREAM WHERE CONNECTION_ID = ?", connection)).isEqualTo(count);
		});
		for (Instance instance : this.instances) {
			assertThat(instance.failures()).as("failures of " + instance.name()).isEmpty();
		}
	}

	long number(String sql, Object... parameters) {
		return this.database.jdbc().sql(sql).params(parameters).query(Long.class).single();
	}

	@Override
	public void close() throws IOException {
		this.instances.forEach(Instance::close);
		this.nango.close();
		this.database.close();
		if (this.h2 != null) {
			this.h2.stop();
		}
	}

	private record Change(String record, long position) {
	}

	/**
	 * What a listener wrote.
	 */
	record Effect(String connection, String record, long position, String instance) {
	}

}
