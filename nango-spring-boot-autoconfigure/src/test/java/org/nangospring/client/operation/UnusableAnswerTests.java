package org.nangospring.client.operation;

import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every operation, both ways, with answers that are of no use: always a clear error,
 * never null, never repeated.
 */
class UnusableAnswerTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture((builder) -> builder.maxInMemorySize(UnusableAnswer.LIMIT));

	static Stream<Arguments> everyOperationWithEveryUnusableAnswer() {
		return OperationCatalog.all()
			.stream()
			.flatMap((operation) -> Stream.of(Mode.values())
				.flatMap((mode) -> Stream.of(UnusableAnswer.values())
					.filter((answer) -> answer.isFor(operation))
					.map((answer) -> Arguments.of(operation, mode, answer))));
	}

	@ParameterizedTest
	@MethodSource("everyOperationWithEveryUnusableAnswer")
	void anUnusableAnswerIsAClearError(Operation operation, Mode mode, UnusableAnswer answer) {
		FIXTURE.answers(answer.answer(operation));
		NangoResponseException failure = catchThrowableOfType(NangoResponseException.class,
				() -> mode.call(operation, FIXTURE.nango()));
		assertThat(failure).as("failure").isNotNull();
		assertThat(failure.operation()).isEqualTo(operation.name());
		assertThat(failure.attempts()).isEqualTo(1);
		assertThat(failure).hasMessageStartingWith(operation.name() + ": ").hasMessageContaining(answer.message());
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anAnswerOf30MegabytesIsOverTheDefaultLimit(Mode mode) {
		FIXTURE.answers(WireMock.ok("{\"data\":\"" + "x".repeat(30 * 1024 * 1024) + "\"}")
			.withHeader("Content-Type", "application/json"));
		try (NangoClient nango = NangoClient.builder()
			.secretKey(TestClients.KEY)
			.host(FIXTURE.server().baseUrl())
			.build()) {
			NangoResponseException failure = catchThrowableOfType(NangoResponseException.class,
					() -> mode.call(IntegrationOperations.all().get(0), nango));
			assertThat(failure).hasMessageContaining("larger than 16777216 bytes")
				.hasMessageContaining("nango.max-in-memory-size");
		}
	}

	@Test
	void aRedirectIsNotFollowedSoThatTheKeyStaysWithNango() {
		WireMockServer elsewhere = TestClients.server();
		try {
			elsewhere.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson("{\"data\":[]}")));
			FIXTURE.answers(WireMock.temporaryRedirect(elsewhere.baseUrl() + "/integrations"));
			for (Operation operation : OperationCatalog.all()) {
				for (Mode mode : Mode.values()) {
					Class<? extends RuntimeException> expected = operation.isProxy() ? NangoUpstreamException.class
							: NangoResponseException.class;
					assertThat(catchThrowableOfType(expected, () -> mode.call(operation, FIXTURE.nango())))
						.as(operation.toString())
						.isNotNull();
				}
			}
			assertThat(elsewhere.getAllServeEvents()).isEmpty();
		}
		finally {
			elsewhere.stop();
		}
	}

}
