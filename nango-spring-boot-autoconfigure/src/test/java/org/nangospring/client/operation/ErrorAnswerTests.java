package org.nangospring.client.operation;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangospring.client.FieldError;
import org.nangospring.client.NangoApiException;
import org.nangospring.client.NangoException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Every operation, both ways, with every way in which Nango says no.
 */
class ErrorAnswerTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	static Stream<Arguments> everyOperationWithEveryError() {
		return OperationCatalog.all()
			.stream()
			.flatMap((operation) -> Stream.of(Mode.values())
				.flatMap((mode) -> Stream.of(ErrorShape.values())
					.filter((shape) -> shape.isErrorOf(operation))
					.map((shape) -> Arguments.of(operation, mode, shape))));
	}

	@ParameterizedTest
	@MethodSource("everyOperationWithEveryError")
	void anErrorBecomesTheExceptionThatNamesIt(Operation operation, Mode mode, ErrorShape shape) {
		FIXTURE.answers(shape.answer());
		NangoException failure = catchThrowableOfType(NangoException.class,
				() -> mode.call(operation, FIXTURE.nango()));
		assertThat(failure).isExactlyInstanceOf(shape.exception(operation));
		assertThat(failure.status()).isEqualTo(shape.status());
		assertThat(failure.code()).isEqualTo(shape.code());
		assertThat(failure.operation()).isEqualTo(operation.name());
		assertThat(failure.retryAfter()).isEqualTo(shape.retryAfter());
		assertThat(failure.attempts()).isEqualTo(shape.attempts(operation));
		assertThat(failure).hasMessageStartingWith(operation.name() + ": ");
		assertThat(FIXTURE.requests()).hasSize(shape.attempts(operation));
		if (failure instanceof NangoApiException api) {
			hasFields(api, shape);
		}
	}

	private static void hasFields(NangoApiException failure, ErrorShape shape) {
		if (shape == ErrorShape.FIELDS) {
			assertThat(failure.fieldErrors()).extracting(FieldError::path, FieldError::code, FieldError::message)
				.containsExactly(tuple("limit", "too_small", "Too small"),
						tuple("syncs.0.name", "invalid_type", "Not a list"));
			assertThat(failure).hasMessageContaining("limit: Too small; syncs.0.name: Not a list");
		}
		else {
			assertThat(failure.fieldErrors()).isEmpty();
		}
	}

}
