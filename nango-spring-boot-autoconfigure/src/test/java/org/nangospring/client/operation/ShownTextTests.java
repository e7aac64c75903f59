package org.nangospring.client.operation;

import java.io.IOException;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoApiException;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What a server says does not break out of the message that quotes it.
 */
class ShownTextTests {

	private static final String KEY = TestClients.KEY;

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aNameInAnAnswerWritesNoLineOfItsOwnIntoALog(Mode mode) {
		String name = "\\r\\n12:00 INFO all is well\\u0085\\u2028" + "x".repeat(10_000);
		FIXTURE.answersJson(ConnectionOperations.ONE.replace("\"team\":\"core\"", "\"" + name + "\":{}"));
		NangoException failure = failure(mode);
		assertThat(failure).isInstanceOf(NangoResponseException.class).hasMessageContaining("tags. 12:00 INFO");
		assertThat(failure.getMessage()).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]").hasSizeLessThan(4_000);
	}

	@Test
	void anErrorWritesNoLineOfItsOwnIntoALog() {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"code":"a\\nb","message":"one\\u0085two\\u2028three\\u001b[2Kfour",
				"errors":[{"code":"c","message":"m\\r\\nn","path":["p\\tq"]}]}}""", 400));
		NangoApiException failure = (NangoApiException) failure(Mode.BLOCKING);
		assertThat(failure.error().message()).isEqualTo("one two three [2Kfour");
		assertThat(failure.code()).isEqualTo("a b");
		assertThat(failure).hasMessageContaining("Nango answered 400 (a b): one two three [2Kfour: p q: m n");
	}

	@Test
	void aThousandFieldErrorsDoNotFillTheLog() {
		String error = "{\"code\":\"c\",\"message\":\"" + "m".repeat(500) + "\",\"path\":[\"p\"]}";
		FIXTURE.answers(WireMock
			.jsonResponse("{\"error\":{\"code\":\"c\",\"errors\":[" + (error + ",").repeat(999) + error + "]}}", 400));
		NangoApiException failure = (NangoApiException) failure(Mode.BLOCKING);
		assertThat(failure.getMessage()).hasSizeLessThan(4_000);
		assertThat(failure.fieldErrors()).hasSize(1_000);
	}

	@Test
	void theKeyIsMaskedWhereverAServerRepeatsIt() {
		FIXTURE.answersJson(ConnectionOperations.ONE.replace("\"team\":\"core\"", "\"" + KEY + "\":{}"));
		assertThat(failure(Mode.BLOCKING)).hasMessageContaining("tags.***");
		FIXTURE.answers(WireMock.ok("x").withHeader("Content-Type", "text/" + KEY));
		assertThat(failure(Mode.REACTIVE)).hasMessageContaining("the answer is text/***");
		FIXTURE.answers(WireMock.temporaryRedirect("https://" + KEY + ".test/"));
		assertThat(failure(Mode.BLOCKING)).hasMessageContaining("a redirect to ***.test");
	}

	@Test
	void aCauseThatQuotesTheKeyIsLeftOut() throws IOException {
		try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n" + KEY + "\u00fc: 1\r\n\r\n",
				"HTTP/1.1 200 OK\r\nX-\u00fc: 1\r\n\r\n");
				NangoClient nango = TestClients.builder(server.url(), new ManualTiming())
					.retry((retry) -> retry.maxAttempts(1))
					.build()) {
			assertThat(failure(Mode.BLOCKING, nango)).hasMessageContaining("not valid HTTP").hasNoCause();
			assertThat(failure(Mode.BLOCKING, nango)).hasMessageContaining("not valid HTTP")
				.hasCauseInstanceOf(IllegalArgumentException.class);
		}
	}

	private static NangoException failure(Mode mode) {
		return failure(mode, FIXTURE.nango());
	}

	private static NangoException failure(Mode mode, NangoClient nango) {
		Operation get = ConnectionOperations.all()
			.stream()
			.filter((operation) -> operation.name().equals("connections.get"))
			.findFirst()
			.orElseThrow();
		return catchThrowableOfType(NangoException.class, () -> mode.call(get, nango));
	}

}
