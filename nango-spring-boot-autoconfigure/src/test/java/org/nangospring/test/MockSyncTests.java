package org.nangospring.test;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.sync.SyncState;
import org.nangospring.client.sync.SyncStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nangospring.test.MockFixture.record;

class MockSyncTests {

	@RegisterExtension
	static final MockFixture fixture = new MockFixture();

	private final NangoMock mock = fixture.mock;

	@Test
	void aSyncHasTheStatusThatWasSetUp() {
		MockConnection connection = this.mock.connection("github", "c1");
		connection.records("Issue").added(record("1", "a"), record("2", "b")).deleted("1");
		MockSync sync = connection.sync("issues").models("Issue").frequency("every hour").checkpoint(Map.of("page", 2));
		SyncStatus status = status();
		assertThat(status.status()).isEqualTo(SyncState.SUCCESS);
		assertThat(status.recordCount()).isEqualTo(Map.of("Issue", 1L));
		assertThat(status.frequency()).isEqualTo("every hour");
		assertThat(status.checkpoint()).isEqualTo(Map.of("page", 2));
		assertThat(status.finishedAt()).isNotNull();
		sync.running();
		assertThat(status().status()).isEqualTo(SyncState.RUNNING);
		assertThat(status().finishedAt()).isNull();
		sync.failed();
		assertThat(status().status()).isEqualTo(SyncState.ERROR);
		sync.succeeded();
		assertThat(status().status()).isEqualTo(SyncState.SUCCESS);
		sync.paused();
		assertThat(status().status()).isEqualTo(SyncState.PAUSED);
		assertThat(status().nextScheduledSyncAt()).isNull();
	}

	@Test
	void theApplicationPausesAndStartsIt() {
		MockSync sync = this.mock.connection("github", "c1").sync("issues");
		fixture.github().syncs().pause("issues");
		assertThat(sync.isPaused()).isTrue();
		fixture.github().syncs().start("issues");
		assertThat(sync.isPaused()).isFalse();
		fixture.nango.syncs("github").pauseAll();
		assertThat(sync.isPaused()).isTrue();
	}

	@Test
	void triggeringItDoesWhatTheTestSays() {
		MockConnection connection = this.mock.connection("github", "c1");
		connection.sync("issues").onTrigger(() -> connection.records("Issue").added(record("1", "a")));
		connection.sync("others").onTrigger(() -> {
			throw new AssertionError("not asked for");
		});
		fixture.github().syncs().trigger("issues");
		assertThat(fixture.github().records("Issue").stream()).hasSize(1);
		this.mock.verify().connection("github", "c1").syncTrigger("issues").calledOnce();
		this.mock.verify().syncTrigger("others").neverCalled();
	}

	@Test
	void theFrequencyChangesAsWithNango() {
		this.mock.connection("github", "c1").sync("issues");
		assertThat(fixture.github().syncs().updateFrequency("issues", "every 6 hours")).isEqualTo("6 hours");
		assertThat(status().frequency()).isEqualTo("6 hours");
		assertThat(fixture.github().syncs().resetFrequency("issues")).isEqualTo("every day");
	}

	@Test
	void variantsAreSyncsOfTheirOwn() {
		MockSync sync = this.mock.connection("github", "c1").sync("issues");
		fixture.github().syncs().createVariant("issues", "eu");
		fixture.github().syncs().pause("issues::eu");
		assertThat(sync.isPaused()).isFalse();
		assertThat(fixture.github().syncs().status("issues::eu")).singleElement()
			.satisfies((status) -> assertThat(status.status()).isEqualTo(SyncState.PAUSED))
			.satisfies((status) -> assertThat(status.variant()).isEqualTo("eu"));
		fixture.github().syncs().deleteVariant("issues", "eu");
		assertThat(fixture.github().syncs().status()).hasSize(1);
	}

	@Test
	void aSyncThatIsNotSetUpIsUnknown() {
		this.mock.connection("github", "c1");
		assertThatExceptionOfType(NangoNotFoundException.class)
			.isThrownBy(() -> fixture.github().syncs().trigger("issues"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("no_syncs_found"));
		assertThat(fixture.github().syncs().status("issues")).isEmpty();
		assertThat(this.mock.hints()).hasSize(2).allSatisfy((hint) -> assertThat(hint).contains(".sync(\"issues\")"));
		assertThatExceptionOfType(NangoNotFoundException.class)
			.isThrownBy(() -> fixture.nango.connection("github", "c2").syncs().trigger("issues"))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(404));
		assertThatExceptionOfType(NangoNotFoundException.class)
			.isThrownBy(() -> fixture.nango.connection("nope", "c1").syncs().trigger("issues"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("unknown_provider_config"));
	}

	private static SyncStatus status() {
		return fixture.github().syncs().status("issues").get(0);
	}

}
