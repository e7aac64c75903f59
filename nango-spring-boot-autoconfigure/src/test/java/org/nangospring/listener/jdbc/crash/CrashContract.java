package org.nangospring.listener.jdbc.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.listener.jdbc.crash.CrashingApplication.Point;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that are killed while they deliver. {@code -Dnango.crash.kills=200} makes it
 * longer, {@code -Dnango.crash.seed=} repeats the choices of an earlier run.
 */
abstract class CrashContract {

	private static final Log logger = LogFactory.getLog(CrashContract.class);

	private static final int KILLS = Integer.getInteger("nango.crash.kills", 5);

	private static final long SEED = Long.getLong("nango.crash.seed", new Random().nextLong(1_000_000));

	private final Random random = new Random(SEED);

	private Scene scene;

	abstract Scene scene(Random sceneRandom) throws SQLException, IOException;

	@BeforeEach
	void set() throws SQLException, IOException {
		logger.info("Seed of this run: " + SEED);
		this.scene = scene(new Random(SEED));
	}

	@AfterEach
	void close() throws IOException {
		if (this.scene != null) {
			this.scene.close();
		}
	}

	@Test
	@Timeout(value = 1, unit = TimeUnit.HOURS)
	void everyChangeHasItsEffectOnceHoweverOftenTheProcessIsKilled() throws Exception {
		long begun = System.nanoTime();
		this.scene.change(300);
		for (int i = 0; i < KILLS; i++) {
			int last = 1 + this.random.nextInt(150);
			Instance instance = this.scene.start("run" + i, Scene.TAKE_OVER, (running) -> {
				this.scene.change(1);
				if (running.points() == last) {
					running.kill();
				}
			});
			instance.awaitEnd();
			assertThat(instance.points()).as("seed %d, output %s", SEED, instance.output())
				.isGreaterThanOrEqualTo(last);
		}
		int duringKills = this.scene.effects().size();
		this.scene.start("last", Scene.TAKE_OVER, (running) -> {
		});
		this.scene.awaitAllDelivered();
		this.scene.verify();
		logger.info(KILLS + " kills, " + this.scene.changes() + " changes, " + duringKills
				+ " effects before the last start, " + (System.nanoTime() - begun) / 1_000_000 + " ms, seed " + SEED);
	}

	@ParameterizedTest
	@EnumSource(names = "NOWHERE", mode = EnumSource.Mode.EXCLUDE)
	void whatWasNotCommittedIsDoneAgainAndWhatWasIsNot(Point point) throws Exception {
		this.scene.change(60);
		Instance killed = this.scene.start("killed", Scene.TAKE_OVER, point, 4, (running) -> {
		});
		killed.awaitBlocked();
		List<Long> before = inHand();
		killed.kill();
		killed.awaitEnd();
		assertThat(before).isNotEmpty();
		this.scene.start("next", Scene.TAKE_OVER, (running) -> {
		});
		this.scene.awaitAllDelivered();
		this.scene.verify();
	}

	private List<Long> inHand() {
		return this.scene.database()
			.jdbc()
			.sql("SELECT VERSION FROM NANGO_STREAM WHERE LEASE_OWNER = 'killed'")
			.query(Long.class)
			.list();
	}

	/**
	 * The time that this takes without load is proven by TakeOverTests, on a clock of
	 * their own. Machines differ, so here it may be twice that, and the third of it that
	 * the others wait for their next look counts for as long as the machine takes for
	 * such a round in the meantime, see {@link Rounds}.
	 */
	@Test
	void ofThreeProcessesOneIsKilledAndTheOthersTakeOver() throws Exception {
		Duration takeOverAfter = Duration.ofSeconds(3);
		List<Instance> instances = new ArrayList<>();
		instances.add(this.scene.start("victim", takeOverAfter, Point.IN_LISTENER, 8, this::goOn));
		instances.add(this.scene.start("second", takeOverAfter, this::goOn));
		instances.add(this.scene.start("third", takeOverAfter, this::goOn));
		for (Instance instance : instances) {
			instance.awaitReady();
		}
		this.scene.change(600);
		Instance victim = instances.get(0);
		victim.awaitBlocked();
		victim.kill();
		victim.awaitEnd();
		long killed = System.nanoTime();
		List<Instance> others = instances.subList(1, instances.size());
		List<Integer> roundsBefore = others.stream().map((other) -> other.rounds().size()).toList();
		Set<String> left = new HashSet<>(leasedBy("victim"));
		assertThat(left).isNotEmpty();
		int streams = left.size();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(20))
			.untilAsserted(() -> assertThat(leasedBy("victim")).isEmpty());
		Duration took = Duration.ofNanos(System.nanoTime() - killed);
		Duration round = longestRound(others, roundsBefore);
		logger.info("Others have taken over " + streams + " streams " + took.toMillis() + " ms after the kill, of "
				+ takeOverAfter.toMillis() * 4 / 3 + ", on a machine that takes " + round.toMillis()
				+ " ms for a round of " + takeOverAfter.toMillis() / 3);
		assertThat(took).isLessThan(takeOverAfter.plus(round).multipliedBy(2));
		this.scene.endChanges();
		this.scene.awaitAllDelivered();
		this.scene.verify();
		Map<String, Long> shares = this.scene.effects()
			.stream()
			.collect(Collectors.groupingBy(Scene.Effect::instance, TreeMap::new, Collectors.counting()));
		logger.info("Changes by process: " + shares);
		assertThat(shares).hasSizeGreaterThan(1).containsKey("victim");
	}

	/**
	 * The longest of those that were under way meanwhile, with the last, which has still
	 * to end.
	 */
	private static Duration longestRound(List<Instance> instances, List<Integer> before) {
		Duration longest = Duration.ZERO;
		for (int i = 0; i < instances.size(); i++) {
			Instance instance = instances.get(i);
			int first = before.get(i);
			int last = instance.rounds().size();
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> instance.rounds().size() > last);
			for (Duration round : instance.rounds().subList(first, last + 1)) {
				longest = (round.compareTo(longest) > 0) ? round : longest;
			}
		}
		return longest;
	}

	private void goOn(Instance instance) {
		if (instance.points() % 4 == 0) {
			this.scene.change(1);
		}
	}

	private List<String> leasedBy(String instance) {
		return this.scene.database()
			.jdbc()
			.sql("SELECT CONNECTION_ID FROM NANGO_STREAM WHERE LEASE_OWNER = ?")
			.param(instance)
			.query(String.class)
			.list();
	}

}
