package org.nangospring.client.customize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoAttempt;
import org.nangospring.client.NangoAttemptResult;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoInterceptor;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.TestClients;
import org.nangospring.client.customize.Scene.Way;
import reactor.core.Disposable;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InterceptorTests {

	@RegisterExtension
	final Scene scene = new Scene();

	@ParameterizedTest
	@EnumSource(Way.class)
	void aHeaderIsSentBesideWhatTheCallSaysItself(Way way) {
		NangoClient nango = this.scene
			.client((builder) -> builder.interceptor(before((attempt) -> attempt.header("X-Tenant", "acme"))));
		way.list(nango);
		LoggedRequest request = this.scene.requests().get(0);
		assertThat(request.getHeader("X-Tenant")).isEqualTo("acme");
		assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + TestClients.KEY);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void eachAttemptIsShownWithItsOutcome(Way way) {
		this.scene.answers(aResponse().withStatus(503), okJson(Scene.INTEGRATIONS));
		List<String> told = new CopyOnWriteArrayList<>();
		way.list(this.scene.client((builder) -> builder.interceptor(telling("", told))));
		assertThat(told).hasSize(4);
		assertThat(told.get(0)).isEqualTo("before integrations.list, attempt 1");
		assertThat(told.get(1)).startsWith("after integrations.list, attempt 1: 503 NangoServerException again in PT");
		assertThat(told.get(2)).isEqualTo("before integrations.list, attempt 2");
		assertThat(told.get(3)).isEqualTo("after integrations.list, attempt 2: 200 ok end");
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theLastFailureEndsTheCall(Way way) {
		this.scene.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		List<String> told = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene.client((builder) -> builder.interceptor(telling("", told)));
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> way.trigger(nango));
		assertThat(told).containsExactly("before actions.trigger, attempt 1",
				"after actions.trigger, attempt 1: null NangoTransportException end");
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void interceptorsAreAskedInTheirOrderAndToldInTheOpposite(Way way) {
		List<String> told = new CopyOnWriteArrayList<>();
		way.list(this.scene
			.client((builder) -> builder.interceptor(telling("a ", told)).interceptor(telling("b ", told))));
		assertThat(told).containsExactly("a before integrations.list, attempt 1",
				"b before integrations.list, attempt 1", "b after integrations.list, attempt 1: 200 ok end",
				"a after integrations.list, attempt 1: 200 ok end");
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theViewTellsWhatTheCallIsAboutAndNotTheKey(Way way) {
		this.scene.answers(okJson("42"));
		AtomicReference<NangoAttempt> seen = new AtomicReference<>();
		way.trigger(this.scene.client((builder) -> builder.interceptor(before(seen::set))));
		NangoAttempt attempt = seen.get();
		assertThat(attempt.operation()).isEqualTo("actions.trigger");
		assertThat(attempt.integrationId()).isEqualTo("github");
		assertThat(attempt.connectionId()).isEqualTo("c-1");
		assertThat(attempt.method().name()).isEqualTo("POST");
		assertThat(attempt.uriTemplate()).isEqualTo("/action/trigger");
		assertThat(attempt.number()).isEqualTo(1);
		assertThat(attempt.toString()).doesNotContain(TestClients.KEY);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aHeaderIsForOneAttemptAndAnAttributeForTheCall(Way way) {
		this.scene.answers(aResponse().withStatus(503), okJson(Scene.INTEGRATIONS));
		AtomicInteger ids = new AtomicInteger();
		NangoClient nango = this.scene.client((builder) -> builder.interceptor(before((attempt) -> {
			Object id = attempt.attributes().computeIfAbsent("id", (key) -> ids.incrementAndGet());
			attempt.header("X-Call", id.toString());
			if (attempt.number() == 1) {
				attempt.header("X-First", "yes");
			}
		})));
		way.list(nango);
		way.list(nango);
		assertThat(this.scene.requests()).extracting((request) -> request.getHeader("X-Call"))
			.containsExactly("1", "1", "2");
		assertThat(this.scene.requests()).extracting((request) -> request.containsHeader("X-First"))
			.containsExactly(true, false, true);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void whatTheCallSaysItselfStaysAsItIs(Way way) {
		this.scene.answers(okJson("{}"));
		NangoClient nango = this.scene.client((builder) -> builder.interceptor(before(
				(attempt) -> attempt.header("Nango-Proxy-Accept-Language", "de").header("Nango-Proxy-X-More", "yes"))));
		way.call(nango,
				(client) -> client.connection("github", "c-1")
					.proxy()
					.get("/user")
					.header("Accept-Language", "en")
					.exchange(Object.class),
				(client) -> client.connection("github", "c-1")
					.proxy()
					.get("/user")
					.header("Accept-Language", "en")
					.exchange(Object.class));
		LoggedRequest request = this.scene.requests().get(0);
		assertThat(request.header("Nango-Proxy-Accept-Language").values()).containsExactly("en");
		assertThat(request.getHeader("Nango-Proxy-X-More")).isEqualTo("yes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization", "authorization", "Host", "Content-Length", "Content-Type", "Accept",
			"Transfer-Encoding", "Connection", "Connection-Id", "Provider-Config-Key", "Base-Url-Override", "Retries",
			"Retry-On", "Forward-Headers-On-Redirect", "X-HTTP-Method-Override", "X-Async", "X-Max-Retries",
			"Nango-Activity-Log-Id" })
	void whatSteersHttpOrNangoIsRefused(String name) {
		NangoClient nango = this.scene
			.client((builder) -> builder.interceptor(before((attempt) -> attempt.header(name, "1"))));
		for (Way way : Way.values()) {
			assertThatIllegalArgumentException().isThrownBy(() -> way.list(nango))
				.withMessageContaining("The header " + name + " steers HTTP or Nango");
		}
		assertThat(this.scene.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nX-Evil: 1", " a", "a ", "\u20ac" })
	void aValueThatIsNoHeaderIsRefused(String value) {
		NangoClient nango = this.scene
			.client((builder) -> builder.interceptor(before((attempt) -> attempt.header("X-Tenant", value))));
		assertThatIllegalArgumentException().isThrownBy(() -> Way.BLOCKING.list(nango))
			.withMessageContaining("X-Tenant");
		assertThat(this.scene.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void whatIsThrownBeforeAnAttemptEndsTheCallAsItIs(Way way) {
		IllegalStateException readOnly = new IllegalStateException("read only");
		List<String> told = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene
			.client((builder) -> builder.interceptor(telling("", told)).interceptor(before((attempt) -> {
				throw readOnly;
			})).interceptor(telling("never ", told)));
		assertThatIllegalStateException().isThrownBy(() -> way.list(nango)).isSameAs(readOnly);
		assertThat(this.scene.requests()).isEmpty();
		assertThat(this.scene.timing.waits()).isEmpty();
		assertThat(told).containsExactly("before integrations.list, attempt 1",
				"after integrations.list, attempt 1: null IllegalStateException end");
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aFailureOfTheClientThatAnInterceptorThrowsIsNotRepeatedEither(Way way) {
		this.scene.answers(aResponse().withStatus(503), okJson(Scene.INTEGRATIONS));
		AtomicReference<NangoException> first = new AtomicReference<>();
		NangoClient nango = this.scene.client((builder) -> builder.interceptor(new NangoInterceptor() {
			@Override
			public void beforeAttempt(NangoAttempt attempt) {
				if (attempt.number() == 2) {
					throw first.get();
				}
			}

			@Override
			public void afterAttempt(NangoAttempt attempt, NangoAttemptResult result) {
				first.set((NangoException) result.failure());
			}
		}));
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> way.list(nango))
			.satisfies((ex) -> assertThat(ex.isRepeatable()).isTrue());
		assertThat(this.scene.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void whatIsThrownAfterAnAttemptChangesNothing(Way way) {
		List<String> told = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene
			.client((builder) -> builder.interceptor(telling("", told)).interceptor(new NangoInterceptor() {
				@Override
				public void afterAttempt(NangoAttempt attempt, NangoAttemptResult result) {
					throw new IllegalStateException("of the application");
				}
			}));
		assertThat(way.list(nango)).hasSize(1);
		assertThat(told).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void headersCannotBeAddedToWhatWasSent(Way way) {
		List<String> refused = new CopyOnWriteArrayList<>();
		way.list(this.scene.client((builder) -> builder.interceptor(new NangoInterceptor() {
			@Override
			public void afterAttempt(NangoAttempt attempt, NangoAttemptResult result) {
				assertThatIllegalStateException().isThrownBy(() -> attempt.header("X-Late", "1"))
					.satisfies((ex) -> refused.add(ex.getMessage()));
			}
		})));
		assertThat(refused).singleElement().asString().contains("beforeAttempt");
	}

	@Test
	void aSubscriberThatGivesUpIsToldOnce() {
		this.scene.answers(okJson(Scene.INTEGRATIONS).withFixedDelay(60_000));
		List<NangoAttemptResult> results = new CopyOnWriteArrayList<>();
		Disposable subscription = this.scene.client((builder) -> builder.interceptor(new NangoInterceptor() {
			@Override
			public void afterAttempt(NangoAttempt attempt, NangoAttemptResult result) {
				results.add(result);
			}
		})).reactive().integrations().list().subscribe();
		subscription.dispose();
		subscription.dispose();
		assertThat(results).singleElement().satisfies((result) -> {
			assertThat(result.isCancelled()).isTrue();
			assertThat(result.failure()).isNull();
			assertThat(result.repeatedAfter()).isNull();
		});
	}

	@Test
	void theContextOfTheSubscriberIsThere() {
		NangoClient nango = this.scene.client((builder) -> builder.interceptor(
				before((attempt) -> attempt.header("X-Tenant", attempt.context().getOrDefault("tenant", "nobody")))));
		nango.reactive().integrations().list().contextWrite((context) -> context.put("tenant", "acme")).block();
		nango.integrations().list();
		assertThat(this.scene.requests()).extracting((request) -> request.getHeader("X-Tenant"))
			.containsExactly("acme", "nobody");
	}

	@Test
	void aCallerThatWaitsIsAskedOnItsOwnThread() {
		List<Thread> threads = new ArrayList<>();
		Way.BLOCKING.list(this.scene
			.client((builder) -> builder.interceptor(before((attempt) -> threads.add(Thread.currentThread())))));
		assertThat(threads).containsExactly(Thread.currentThread());
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theTimeOfAnAttemptIsWithoutTheWaitBeforeIt(Way way) {
		this.scene.answers(aResponse().withStatus(429)
			.withHeader("Content-Type", "application/json")
			.withHeader("Retry-After", "5")
			.withBody("""
					{"error":{"code":"too_many_request"}}"""), okJson(Scene.INTEGRATIONS));
		List<NangoAttemptResult> results = new CopyOnWriteArrayList<>();
		way.list(this.scene.client((builder) -> builder.interceptor(new NangoInterceptor() {
			@Override
			public void beforeAttempt(NangoAttempt attempt) {
				InterceptorTests.this.scene.timing.advance(Duration.ofSeconds(1));
			}

			@Override
			public void afterAttempt(NangoAttempt attempt, NangoAttemptResult result) {
				results.add(result);
			}
		})));
		assertThat(results).extracting(NangoAttemptResult::duration)
			.containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
		assertThat(results.get(0).repeatedAfter()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_200));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void interceptorsThatAreThereLaterAreAskedForOnceAndNotBeforeTheFirstCall(Way way) {
		AtomicInteger asked = new AtomicInteger();
		NangoClient nango = this.scene.client((builder) -> builder.interceptors(() -> {
			asked.incrementAndGet();
			return List.of(before((attempt) -> attempt.header("X-Tenant", "acme")));
		}));
		assertThat(asked).hasValue(0);
		way.list(nango);
		way.list(nango);
		assertThat(asked).hasValue(1);
		assertThat(this.scene.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.getHeader("X-Tenant")).isEqualTo("acme"));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void pagesThatAreFetchedAheadAreShownToo(Way way) {
		this.scene.answers(okJson("""
				{"records":[{"id":"1","_nango_metadata":{"cursor":"a","last_action":"ADDED"}},
				{"id":"2","_nango_metadata":{"cursor":"b","last_action":"ADDED"}}],"next_cursor":"b"}"""), okJson("""
				{"records":[{"id":"3","_nango_metadata":{"cursor":"c","last_action":"ADDED"}}],"next_cursor":null}"""));
		List<String> told = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene.client((builder) -> builder.interceptor(telling("", told)));
		long count = way.call(nango, (client) -> client.connection("github", "c-1").records("Issue").stream().count(),
				(client) -> client.connection("github", "c-1").records("Issue").stream().count());
		assertThat(count).isEqualTo(3);
		assertThat(told).containsExactly("before records.list, attempt 1", "after records.list, attempt 1: 200 ok end",
				"before records.list, attempt 1", "after records.list, attempt 1: 200 ok end");
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aPageThatAnInterceptorRefusesEndsTheStreamWithThatException(Way way) {
		this.scene.answers(okJson("""
				{"records":[{"id":"1","_nango_metadata":{"cursor":"a","last_action":"ADDED"}}],"next_cursor":"a"}"""),
				okJson("""
						{"records":[{"id":"2","_nango_metadata":{"cursor":"b","last_action":"ADDED"}}],"next_cursor":"b"}"""));
		AtomicInteger pages = new AtomicInteger();
		IllegalStateException enough = new IllegalStateException("enough");
		NangoClient nango = this.scene.client((builder) -> builder.interceptor(before((attempt) -> {
			if (pages.incrementAndGet() == 3) {
				throw enough;
			}
		})));
		assertThatIllegalStateException().isThrownBy(
				() -> way.call(nango, (client) -> client.connection("github", "c-1").records("Issue").stream().count(),
						(client) -> client.connection("github", "c-1").records("Issue").stream().count()))
			.isSameAs(enough);
		assertThat(this.scene.requests()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aWaitThatAnInterceptorRefusesEndsWithThatException(Way way) {
		IllegalStateException refused = new IllegalStateException("read only");
		NangoClient nango = this.scene.client((builder) -> builder.interceptor(before((attempt) -> {
			throw refused;
		})));
		assertThatIllegalStateException()
			.isThrownBy(() -> way.call(nango,
					(client) -> client.connections().await((query) -> query.tag("a", "b"), Duration.ofMinutes(1)),
					(client) -> client.connections().await((query) -> query.tag("a", "b"), Duration.ofMinutes(1))))
			.isSameAs(refused);
		assertThat(this.scene.requests()).isEmpty();
	}

	private static NangoInterceptor before(Consumer<NangoAttempt> action) {
		return new NangoInterceptor() {
			@Override
			public void beforeAttempt(NangoAttempt attempt) {
				action.accept(attempt);
			}
		};
	}

	private static NangoInterceptor telling(String name, List<String> told) {
		return new NangoInterceptor() {
			@Override
			public void beforeAttempt(NangoAttempt attempt) {
				told.add(name + "before " + attempt);
			}

			@Override
			public void afterAttempt(NangoAttempt attempt, NangoAttemptResult result) {
				String how = (result.failure() != null) ? result.failure().getClass().getSimpleName() : "ok";
				String end = (result.repeatedAfter() != null) ? "again in " + result.repeatedAfter() : "end";
				told.add(name + "after " + attempt + ": " + result.status() + " " + how + " " + end);
			}
		};
	}

}
