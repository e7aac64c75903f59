package org.nangospring.client.customize;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.NangoApiException;
import org.nangospring.client.NangoAttempt;
import org.nangospring.client.NangoAttemptResult;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoErrorMapper;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoInterceptor;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.customize.Scene.Way;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ErrorMapperTests {

	private static final NangoErrorMapper QUOTA = (failure) -> "quota_used_up".equals(failure.code())
			? new QuotaException((NangoApiException) failure) : null;

	private static final NangoErrorMapper DOWN = (failure) -> new NangoIsDownException();

	@RegisterExtension
	final Scene scene = new Scene();

	@ParameterizedTest
	@EnumSource(Way.class)
	void aCodeBecomesAnExceptionOfTheApplicationsOwn(Way way) {
		this.scene.answers(error(402, "quota_used_up"));
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper(QUOTA));
		assertThatExceptionOfType(QuotaException.class).isThrownBy(() -> way.list(nango)).satisfies((ex) -> {
			assertThat(ex.status()).isEqualTo(402);
			assertThat(ex.code()).isEqualTo("quota_used_up");
			assertThat(ex.getCause()).isInstanceOf(NangoApiException.class);
		});
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void whatNoMapperWantsStaysAsItIs(Way way) {
		this.scene.answers(error(404, "not_found"));
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper(QUOTA));
		assertThatExceptionOfType(NangoNotFoundException.class).isThrownBy(() -> way.list(nango)).withNoCause();
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void anyExceptionWillDoAndKeepsWhatFailedAsItsCause(Way way) {
		this.scene.answers(error(400, "whatever"));
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper(DOWN));
		assertThatExceptionOfType(NangoIsDownException.class).isThrownBy(() -> way.list(nango))
			.withCauseInstanceOf(NangoApiException.class);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theFirstMapperThatWantsAFailureGetsIt(Way way) {
		this.scene.answers(error(402, "quota_used_up"));
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper(QUOTA).errorMapper(DOWN));
		assertThatExceptionOfType(QuotaException.class).isThrownBy(() -> way.list(nango));
		this.scene.answers(error(400, "whatever"));
		assertThatExceptionOfType(NangoIsDownException.class).isThrownBy(() -> way.list(nango));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void mappingChangesNothingAboutWhatIsRepeated(Way way) {
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper(DOWN));
		this.scene.answers(aResponse().withStatus(503), okJson(Scene.INTEGRATIONS));
		assertThat(way.list(nango)).hasSize(1);
		this.scene.answers(aResponse().withStatus(503));
		assertThatExceptionOfType(NangoIsDownException.class).isThrownBy(() -> way.list(nango));
		assertThat(this.scene.requests()).hasSize(4);
		this.scene.answers(aResponse().withStatus(503));
		assertThatExceptionOfType(NangoIsDownException.class).isThrownBy(() -> way.trigger(nango));
		assertThat(this.scene.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aMapperIsAskedOnceWhenTheCallHasFailedForGood(Way way) {
		this.scene.answers(aResponse().withStatus(503));
		List<NangoException> asked = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper((failure) -> {
			asked.add(failure);
			return null;
		}));
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> way.list(nango));
		assertThat(asked).singleElement().satisfies((failure) -> assertThat(failure.attempts()).isEqualTo(4));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aMapperThatFailsHidesNothing(Way way) {
		this.scene.answers(error(404, "not_found"));
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper((failure) -> {
			throw new IllegalStateException("of the application");
		}));
		assertThatExceptionOfType(NangoNotFoundException.class).isThrownBy(() -> way.list(nango));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aFailureMayBeReplacedByItsOwnCause(Way way) {
		this.scene.answers(okJson(Scene.INTEGRATIONS).withFixedDelay(60_000));
		NangoClient nango = this.scene.client((builder) -> builder.retry((retry) -> retry.maxAttempts(1))
			.responseTimeout(Duration.ofMillis(50))
			.errorMapper((failure) -> (RuntimeException) failure.getCause()));
		assertThatExceptionOfType(ReadTimeoutException.class).isThrownBy(() -> way.list(nango)).withNoCause();
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void metricsAndInterceptorsTellOfTheClientsOwnException(Way way) {
		this.scene.answers(error(404, "not_found"));
		TestObservationRegistry registry = TestObservationRegistry.create();
		List<Throwable> failures = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene.client((
				builder) -> builder.errorMapper(DOWN).observationRegistry(registry).interceptor(new NangoInterceptor() {
					@Override
					public void afterAttempt(NangoAttempt attempt, NangoAttemptResult result) {
						failures.add(result.failure());
					}
				}));
		assertThatExceptionOfType(NangoIsDownException.class).isThrownBy(() -> way.list(nango));
		assertThat(failures).singleElement().isInstanceOf(NangoNotFoundException.class);
		assertThat(registry).hasObservationWithNameEqualTo("nango.client")
			.that()
			.hasLowCardinalityKeyValue("outcome", "CLIENT_ERROR")
			.hasLowCardinalityKeyValue("code", "not_found");
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aWaitGoesOnAfterARateLimitAndMapsOnlyItsEnd(Way way) {
		this.scene.answers(error(429, "too_many_request").withHeader("Retry-After", "30"),
				okJson("{\"connections\":[]}"));
		List<NangoException> asked = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper((failure) -> {
			asked.add(failure);
			return new NangoIsDownException();
		}));
		assertThatExceptionOfType(NangoIsDownException.class).isThrownBy(() -> way.call(nango,
				(client) -> client.connections().await((query) -> query.tag("a", "b"), Duration.ofMinutes(1)),
				(client) -> client.connections().await((query) -> query.tag("a", "b"), Duration.ofMinutes(1))));
		assertThat(asked).singleElement().isNotInstanceOf(NangoRateLimitException.class);
		assertThat(this.scene.requests()).hasSizeGreaterThan(2);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aPageThatIsTooLargeIsAskedForInPartsAllTheSame(Way way) {
		String large = "x".repeat(3_000);
		this.scene.answers(
				okJson("""
						{"records":[{"id":"1","text":"%s","_nango_metadata":{"cursor":"a","last_action":"ADDED"}}],"next_cursor":null}"""
					.formatted(large)),
				okJson("""
						{"records":[{"id":"1","_nango_metadata":{"cursor":"a","last_action":"ADDED"}}],"next_cursor":null}"""));
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper(DOWN).maxInMemorySize(1_024));
		long count = way.call(nango, (client) -> client.connection("github", "c-1").records("Issue").stream().count(),
				(client) -> client.connection("github", "c-1").records("Issue").stream().count());
		assertThat(count).isOne();
		assertThat(this.scene.requests()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aStreamThatFailsIsMappedOnce(Way way) {
		this.scene.answers(error(404, "not_found"));
		List<NangoException> asked = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene.client((builder) -> builder.errorMapper((failure) -> {
			asked.add(failure);
			return new NangoIsDownException();
		}));
		assertThatExceptionOfType(NangoIsDownException.class).isThrownBy(
				() -> way.call(nango, (client) -> client.connection("github", "c-1").records("Issue").stream().count(),
						(client) -> client.connection("github", "c-1").records("Issue").stream().count()));
		assertThat(asked).hasSize(1);
	}

	private static ResponseDefinitionBuilder error(int status, String code) {
		return aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody("""
				{"error":{"code":"%s","message":"no"}}""".formatted(code));
	}

	static final class QuotaException extends NangoApiException {

		private static final long serialVersionUID = 1L;

		QuotaException(NangoApiException failure) {
			super(failure.call(), failure.error(), "Buy more.");
		}

	}

	static final class NangoIsDownException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
