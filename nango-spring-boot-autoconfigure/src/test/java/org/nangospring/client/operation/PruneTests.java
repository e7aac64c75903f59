package org.nangospring.client.operation;

import java.time.Instant;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.nangospring.client.record.RecordAction;
import org.nangospring.client.record.Records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Pruning records until none is left.
 */
class PruneTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@ParameterizedTest
	@EnumSource(Mode.class)
	void pruningEndsWhenNothingWasLeftAlthoughNangoSaysThereIsMore(Mode mode) {
		FIXTURE.answersInTurn(pruned(3, true), pruned(2, true), pruned(0, true));
		assertThat(pruneAll(mode)).isEqualTo(5L);
		assertThat(FIXTURE.requests()).hasSize(3)
			.extracting((request) -> request.getBodyAsString())
			.containsOnly("{\"model\":\"Issue\",\"until_cursor\":\"c9\"}");
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void pruningEndsWhenNangoSaysThatThereIsNoMore(Mode mode) {
		FIXTURE.answersInTurn(pruned(3, true), pruned(2, false));
		assertThat(pruneAll(mode)).isEqualTo(5L);
		assertThat(FIXTURE.requests()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void pruningNothingIsNoError(Mode mode) {
		FIXTURE.answers(pruned(0, false));
		assertThat(pruneAll(mode)).isEqualTo(0L);
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@Test
	void whatPruningDoesNotTakeIsRefused() {
		Records<?> records = FIXTURE.nango().connection("github", "conn-1").records("Issue");
		refuses(records.after("c1"));
		refuses(records.filter(RecordAction.ADDED));
		refuses(records.ids("1"));
		refuses(records.modifiedAfter(Instant.parse("2026-01-01T00:00:00Z")));
		assertThatIllegalArgumentException().isThrownBy(() -> records.prune(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> FIXTURE.nango()
			.reactive()
			.connection("github", "conn-1")
			.records("Issue")
			.after("c1")
			.pruneAll("c9")
			.block());
		assertThat(FIXTURE.requests()).isEmpty();
	}

	private static void refuses(Records<?> records) {
		assertThatIllegalArgumentException().isThrownBy(() -> records.prune("c9"))
			.withMessageContaining("leave after, filter, modifiedAfter and ids out");
		assertThatIllegalArgumentException().isThrownBy(() -> records.pruneAll("c9"));
	}

	private static Object pruneAll(Mode mode) {
		return mode.call(
				Operation.of("records.prune", "")
					.blocking((nango) -> nango.connection("github", "conn-1").records("Issue").pruneAll("c9"))
					.reactive((nango) -> nango.connection("github", "conn-1").records("Issue").pruneAll("c9")),
				FIXTURE.nango());
	}

	private static ResponseDefinitionBuilder pruned(int count, boolean more) {
		return WireMock.okJson("{\"count\":" + count + ",\"has_more\":" + more + "}");
	}

}
