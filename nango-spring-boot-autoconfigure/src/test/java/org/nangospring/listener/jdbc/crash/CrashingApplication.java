package org.nangospring.listener.jdbc.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.http.EngineTiming;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.ListenerObserver;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordListenerContainer;
import org.nangospring.listener.RecordListenerDefinition;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.jdbc.JdbcStreamStore;
import org.nangospring.listener.jdbc.TestDatabase;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * An application with one listener that writes what it is given to its own table, made to
 * be killed. It says on its standard output where it is.
 */
public final class CrashingApplication {

	private static final PrintStream out = System.out;

	private final String name;

	private final String blockAt;

	private final AtomicInteger deliveriesBeforeBlock;

	private final JdbcClient jdbc;

	private CrashingApplication(String name, String blockAt, int deliveriesBeforeBlock, JdbcClient jdbc) {
		this.name = name;
		this.blockAt = blockAt;
		this.deliveriesBeforeBlock = new AtomicInteger(deliveriesBeforeBlock);
		this.jdbc = jdbc;
	}

	/**
	 * Where it can be told to wait for its end.
	 */
	enum Point {

		IN_LISTENER, BEFORE_COMMIT, AFTER_COMMIT, NOWHERE

	}

	/**
	 * Runs until it is killed, or nobody is left to kill it.
	 * @param args the database, Nango, the name of the instance, the time to take over in
	 * milliseconds, the point to wait at and the number of deliveries before that
	 */
	public static void main(String[] args) throws IOException {
		((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		HikariDataSource pool = TestDatabase.pool(args[0], 8);
		JdbcStreamStore store = JdbcStreamStore.builder(pool, new JdbcTransactionManager(pool))
			.takeOverAfter(Duration.ofMillis(Long.parseLong(args[3])))
			.instanceName(args[2])
			.build();
		CrashingApplication application = new CrashingApplication(args[2], args[4], Integer.parseInt(args[5]),
				JdbcClient.create(pool));
		NangoClient nango = TestClients.builder(args[1], EngineTiming.SYSTEM).build();
		RecordListenerContainer listeners = RecordListenerContainer.builder(nango)
			.store(store)
			.observer(new Failures())
			.concurrency(2)
			.build();
		listeners.register(RecordListenerDefinition.of("slack", "User", Row.class)
			.options((options) -> options.batchSize(5).pollInterval(Duration.ofMillis(100)))
			.batches(application::changed));
		listeners.start();
		Rounds.begin(store.takeOverAfter().dividedBy(3), application.jdbc, CrashingApplication::say);
		say("READY");
		int end = System.in.read();
		Runtime.getRuntime().halt(end);
	}

	private static synchronized void say(String what) {
		out.println("@" + what);
		out.flush();
	}

	private void changed(RecordBatch<Row> batch) {
		say("POINT");
		boolean blocks = this.deliveriesBeforeBlock.decrementAndGet() == 0;
		TransactionSynchronizationManager.registerSynchronization(new Commit(blocks));
		String connection = batch.stream().connectionId();
		for (NangoRecord<Row> record : batch) {
			this.jdbc.sql("INSERT INTO EFFECT (CONNECTION, RECORD_ID, POSITION, INSTANCE) VALUES (?, ?, ?, ?)")
				.params(connection, record.id(), Long.parseLong(record.metadata().cursor().substring(1)), this.name)
				.update();
		}
		this.jdbc.sql("UPDATE TOTAL SET EFFECTS = EFFECTS + ? WHERE CONNECTION = ?")
			.params(batch.size(), connection)
			.update();
		reach(Point.IN_LISTENER, blocks);
	}

	private void reach(Point point, boolean blocks) {
		say("POINT");
		if (blocks && point.name().equals(this.blockAt)) {
			say("BLOCKED");
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/**
	 * A record's payload.
	 */
	record Row(String id, int number) {
	}

	/**
	 * The moments around the end of a transaction, after the position was saved in it.
	 */
	private final class Commit implements TransactionSynchronization {

		private final boolean blocks;

		Commit(boolean blocks) {
			this.blocks = blocks;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			reach(Point.BEFORE_COMMIT, this.blocks);
		}

		@Override
		public void afterCommit() {
			reach(Point.AFTER_COMMIT, this.blocks);
		}

	}

	private static final class Failures implements ListenerObserver {

		@Override
		public void failed(RecordStreamId stream, FailureKind kind, Throwable failure) {
			say("FAILED " + kind + " " + failure.toString().replace('\n', ' '));
		}

	}

}
