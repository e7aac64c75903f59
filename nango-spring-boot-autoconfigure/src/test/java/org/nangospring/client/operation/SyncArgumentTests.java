package org.nangospring.client.operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.sync.SyncMode;

import org.nangospring.client.sync.ConnectionSyncs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Naming no sync is not naming all of them.
 */
class SyncArgumentTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@Test
	void noSyncsAreNotAllSyncs() {
		var syncs = FIXTURE.nango().syncs("github");
		var ofConnection = FIXTURE.nango().connection("github", "conn-1").syncs();
		assertThatIllegalArgumentException().isThrownBy(syncs::trigger).withMessageContaining("method for all");
		assertThatIllegalArgumentException().isThrownBy(syncs::start);
		assertThatIllegalArgumentException().isThrownBy(syncs::pause);
		assertThatIllegalArgumentException().isThrownBy(ofConnection::trigger);
		assertThatIllegalArgumentException().isThrownBy(ofConnection::start);
		assertThatIllegalArgumentException().isThrownBy(ofConnection::pause);
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void aCommaInTheNameOfASyncIsRefusedWhereNangoWouldSplitThere() {
		assertThatIllegalArgumentException().isThrownBy(() -> FIXTURE.nango().syncs("github").status("a", "b,c"))
			.withMessageContaining("comma");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().reactive().connection("github", "c").syncs().status("b,c").block());
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void aFrequencyIsGivenOrReset() {
		var syncs = FIXTURE.nango().connection("github", "conn-1").syncs();
		assertThatIllegalArgumentException().isThrownBy(() -> syncs.updateFrequency("issues", null));
		assertThatIllegalArgumentException().isThrownBy(() -> syncs.updateFrequency("issues", " "));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void aCountThatIsNoWholeNumberIsRefused() {
		FIXTURE.answersJson("""
				{"syncs":[{"id":"1","name":"a","status":"SUCCESS","recordCount":{"Issue":1.5}}]}""");
		assertThatExceptionOfType(NangoResponseException.class)
			.isThrownBy(() -> FIXTURE.nango().syncs("github").status())
			.withMessageContaining("recordCount.Issue");
	}

	@Test
	void aVariantIsNamedBehindTwoColons() {
		FIXTURE.answersJson("{\"success\":true}");
		var syncs = FIXTURE.nango().connection("github", "conn-1").syncs();
		syncs.trigger("issues::eu", "users");
		syncs.start("issues::eu");
		FIXTURE.nango().reactive().connection("github", "conn-1").syncs().pause("issues::eu", "a:b").block();
		String variant = "{\"name\":\"issues\",\"variant\":\"eu\"}";
		String start = "{\"provider_config_key\":\"github\",\"connection_id\":\"conn-1\",\"syncs\":[";
		assertThat(FIXTURE.requests()).extracting((request) -> request.getBodyAsString())
			.containsExactly(start + variant + ",\"users\"]}", start + variant + "]}", start + variant + ",\"a:b\"]}");
	}

	@Test
	void theStatusOfAVariantIsAskedForInOneWord() {
		FIXTURE.answersJson("{\"syncs\":[]}");
		FIXTURE.nango().connection("github", "conn-1").syncs().status("issues::eu", "users");
		assertThat(FIXTURE.onlyRequest().getUrl()).contains("&syncs=issues%3A%3Aeu%2Cusers&");
	}

	@Test
	void theFrequencyOfAVariantNamesBoth() {
		FIXTURE.answersJson("{\"frequency\":\"6 hours\"}");
		FIXTURE.nango().connection("github", "conn-1").syncs().updateFrequency("issues::eu", "every 6 hours");
		FIXTURE.nango().connection("github", "conn-1").syncs().resetFrequency("issues::eu");
		String start = "{\"provider_config_key\":\"github\",\"connection_id\":\"conn-1\",\"sync_name\":\"issues\","
				+ "\"sync_variant\":\"eu\",\"frequency\":";
		assertThat(FIXTURE.requests()).extracting((request) -> request.getBodyAsString())
			.containsExactly(start + "\"every 6 hours\"}", start + "null}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "::eu", "issues::", "::", "issues::..", "..::eu", "issues:: ", "issues::\t" })
	void halfAVariantIsRefused(String sync) {
		var syncs = FIXTURE.nango().connection("github", "conn-1").syncs();
		assertThatIllegalArgumentException().isThrownBy(() -> syncs.trigger(sync));
		assertThatIllegalArgumentException().isThrownBy(() -> syncs.trigger((trigger) -> trigger.sync(sync)));
		assertThatIllegalArgumentException().isThrownBy(() -> syncs.resetFrequency(sync));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void aTriggerSaysWhatToResetOnlyOnceAndOnlyIfItMakesSense() {
		var syncs = FIXTURE.nango().syncs("github");
		assertThatIllegalArgumentException().isThrownBy(() -> syncs.trigger((trigger) -> trigger.emptyCache()))
			.withMessageContaining("reset()");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> syncs.trigger((trigger) -> trigger.reset().mode(SyncMode.FULL_REFRESH)))
			.withMessageContaining("one of them");
		assertThatIllegalArgumentException().isThrownBy(() -> FIXTURE.nango()
			.reactive()
			.syncs("github")
			.trigger((trigger) -> trigger.emptyCache().mode(SyncMode.FULL_REFRESH))
			.block());
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void aTriggerThatNamesNoSyncIsForAll() {
		FIXTURE.answersJson("{\"success\":true}");
		FIXTURE.nango().syncs("github").trigger((trigger) -> trigger.mode(SyncMode.INCREMENTAL));
		assertThat(FIXTURE.onlyRequest().getBodyAsString())
			.isEqualTo("{\"provider_config_key\":\"github\",\"syncs\":[],\"sync_mode\":\"incremental\"}");
	}

	@Test
	void theSyncItselfIsNoVariantOfItsOwn() {
		ConnectionSyncs syncs = FIXTURE.nango().connection("github", "conn-1").syncs();
		assertThatIllegalArgumentException().isThrownBy(() -> syncs.createVariant("issues", "base"));
		assertThatIllegalArgumentException().isThrownBy(() -> syncs.deleteVariant("issues", "base"));
		assertThatIllegalArgumentException().isThrownBy(() -> syncs.createVariant("issues::eu", "us"));
		assertThat(FIXTURE.requests()).isEmpty();
	}

}
