package org.nangospring.client.operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.client.NangoResponseException;

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

}
