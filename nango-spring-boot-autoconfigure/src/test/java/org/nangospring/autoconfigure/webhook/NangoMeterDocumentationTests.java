package org.nangospring.autoconfigure.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation.Keys;
import org.nangospring.listener.ListenerObserver;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.StreamActivity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The values that the documentation of tags names are those of the code.
 */
class NangoMeterDocumentationTests {

	@Test
	void tagsOfListenersHaveTheValuesOfTheirEnumerations() {
		assertThat(Keys.STATE.getValues()).isEqualTo(names(StreamActivity.values()));
		assertThat(Keys.KIND.getValues()).isEqualTo(names(ListenerObserver.FailureKind.values()));
		assertThat(Keys.DECISION.getValues()).isEqualTo(names(RecordErrorHandler.Decision.values()));
	}

	@Test
	void everyAnswerToARequestIsAnOutcomeOfAWebhookOrAReasonToRefuseIt() {
		assertThat(Stream.concat(Keys.WEBHOOK_OUTCOME.getValues().stream(), Keys.REFUSAL_REASON.getValues().stream()))
			.containsExactlyInAnyOrderElementsOf(
					Arrays.stream(WebhookAnswer.values()).map(WebhookAnswer::tag).toList());
	}

	private static List<String> names(Enum<?>[] constants) {
		return Arrays.stream(constants).map((constant) -> constant.name().toLowerCase(Locale.ROOT)).toList();
	}

}
