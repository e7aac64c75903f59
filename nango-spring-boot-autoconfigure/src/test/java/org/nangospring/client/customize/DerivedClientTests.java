package org.nangospring.client.customize;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.NangoAttempt;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoInterceptor;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.customize.Scene.Way;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DerivedClientTests {

	private static final String OTHER_KEY = "99999999-2222-4333-8444-555555555555";

	@RegisterExtension
	final Scene scene = new Scene();

	@ParameterizedTest
	@EnumSource(Way.class)
	void aClientThatChangesNothingIsLikeItsParent(Way way) {
		NangoClient nango = this.scene.client((builder) -> builder);
		assertThat(way.list(nango.mutate().build())).hasSize(1);
		assertThat(this.scene.requests().get(0).getHeader("Authorization")).isEqualTo("Bearer " + TestClients.KEY);
		assertThat(nango.mutate().build().host()).isEqualTo(nango.host());
		assertThat(nango.mutate().toString()).contains(nango.host().toString()).doesNotContain(TestClients.KEY);
	}

	@Test
	void eitherKindOfClientDerivesItsOwnKind() {
		NangoClient nango = this.scene.client((builder) -> builder);
		ReactiveNangoClient reactive = nango.reactive().mutate().header("X-Tenant", "acme").build();
		assertThat(reactive.integrations().list().block()).hasSize(1);
		nango.mutate().header("X-Tenant", "acme").build().reactive().integrations().list().block();
		assertThat(this.scene.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.getHeader("X-Tenant")).isEqualTo("acme"));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void connectionsAreShared(Way way) {
		AtomicInteger pools = new AtomicInteger();
		NangoClient nango = this.scene.client((builder) -> builder.httpClient((http) -> {
			pools.incrementAndGet();
			return http;
		}));
		way.list(nango.mutate().responseTimeout(Duration.ofSeconds(3)).build());
		way.list(nango);
		way.list(nango.mutate().secretKey(OTHER_KEY).build());
		assertThat(pools).as("HTTP clients, each with its pool").hasValue(1);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void itsNameIsThatOfTheParentOrItsOwn(Way way) {
		List<String> names = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene.client((builder) -> builder.name("main").interceptor(new NangoInterceptor() {
			@Override
			public void beforeAttempt(NangoAttempt attempt) {
				names.add(attempt.client());
			}
		}));
		way.list(nango.mutate().build());
		way.list(nango.mutate().name("patient").build());
		assertThat(names).containsExactly("main", "patient");
		assertThat(nango.mutate().name("patient").build().name()).isEqualTo("patient");
		assertThatIllegalArgumentException().isThrownBy(() -> nango.mutate().name(" "));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theLimitOnTheCallIsItsOwn(Way way) {
		NangoClient nango = this.scene.client((builder) -> builder);
		way.list(nango.mutate().callTimeout(Duration.ofSeconds(7)).build());
		way.list(nango);
		assertThat(this.scene.timing.limits()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(60));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theLimitOnSilenceIsItsOwn(Way way) {
		this.scene.answers(okJson(Scene.INTEGRATIONS).withFixedDelay(60_000));
		NangoClient hasty = this.scene.client((builder) -> builder)
			.mutate()
			.responseTimeout(Duration.ofMillis(50))
			.maxAttempts(1)
			.build();
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> way.list(hasty))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(NangoTransportException.Reason.TIMEOUT))
			.withMessageContaining("PT0.05S");
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theNumberOfAttemptsIsItsOwn(Way way) {
		this.scene.answers(aResponse().withStatus(503));
		NangoClient nango = this.scene.client((builder) -> builder);
		NangoClient once = nango.mutate().maxAttempts(1).build();
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> way.list(once));
		assertThat(this.scene.requests()).hasSize(1);
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> way.list(nango));
		assertThat(this.scene.requests()).hasSize(5);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aDerivedClientNeverRepeatsWhatItsParentWouldNot(Way way) {
		this.scene.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson("42"));
		NangoClient eager = this.scene.client((builder) -> builder)
			.mutate()
			.maxAttempts(50)
			.retryPolicy((attempt) -> Duration.ZERO)
			.build();
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> way.trigger(eager));
		assertThat(this.scene.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theBudgetIsSharedSoThatManyClientsMakeNoStorm(Way way) {
		this.scene.answers(aResponse().withStatus(503));
		NangoClient nango = this.scene.client((builder) -> builder.retry((retry) -> retry.budget(2).maxAttempts(10)));
		for (int call = 0; call < 5; call++) {
			NangoClient derived = nango.mutate().maxAttempts(10).build();
			assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> way.list(derived));
		}
		assertThat(this.scene.requests()).as("five calls and the budget").hasSize(7);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void anotherKeyTakesThePlaceOfTheKeyAndIsMaskedLikeIt(Way way) {
		this.scene.answers(aResponse().withStatus(401).withHeader("Content-Type", "application/json").withBody("""
				{"error":{"code":"unknown","message":"Not a key: %s"}}""".formatted(OTHER_KEY)));
		NangoClient nango = this.scene.client((builder) -> builder);
		NangoClient other = nango.mutate().secretKey(OTHER_KEY).build();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> way.list(other))
			.withMessageContaining("Not a key: ***");
		LoggedRequest request = this.scene.requests().get(0);
		assertThat(request.header("Authorization").values()).containsExactly("Bearer " + OTHER_KEY);
		assertThat(other.toString() + other.mutate()).doesNotContain(OTHER_KEY);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theRateLimitBelongsToTheKey(Way way) {
		this.scene.answers(okJson(Scene.INTEGRATIONS).withHeader("X-RateLimit-Limit", "100")
			.withHeader("X-RateLimit-Remaining", "7")
			.withHeader("X-RateLimit-Reset", "1800000000"));
		NangoClient nango = this.scene.client((builder) -> builder);
		NangoClient other = nango.mutate().secretKey(OTHER_KEY).build();
		NangoClient same = nango.mutate().maxAttempts(1).build();
		way.list(same);
		assertThat(nango.rateLimit()).isNotNull();
		assertThat(same.rateLimit()).isSameAs(nango.rateLimit());
		assertThat(other.rateLimit()).isNull();
		way.list(other);
		assertThat(other.rateLimit()).isNotNull().isNotSameAs(nango.rateLimit());
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void interceptorsAndHeadersComeOnTopOfThoseOfTheParent(Way way) {
		List<String> asked = new CopyOnWriteArrayList<>();
		NangoClient nango = this.scene.client((builder) -> builder.interceptor(noting("parent", asked)));
		NangoClient child = nango.mutate().interceptor(noting("child", asked)).header("X-Child", "1").build();
		NangoClient grandchild = child.mutate().interceptor(noting("grandchild", asked)).header("X-Child", "2").build();
		way.list(grandchild);
		assertThat(asked).containsExactly("parent", "child", "grandchild");
		assertThat(this.scene.requests().get(0).header("X-Child").values()).containsExactly("2");
		asked.clear();
		way.list(nango);
		assertThat(asked).containsExactly("parent");
	}

	@Test
	void aHeaderThatMayNotBeAddedIsRefusedAtOnce() {
		NangoClient nango = this.scene.client((builder) -> builder);
		assertThatIllegalArgumentException().isThrownBy(() -> nango.mutate().header("Authorization", "Bearer x"))
			.withMessageContaining("steers HTTP or Nango")
			.withMessageNotContaining("Bearer");
		assertThatIllegalArgumentException().isThrownBy(() -> nango.mutate().header("X-A", "a\nb"));
		assertThatIllegalArgumentException().isThrownBy(() -> nango.mutate().maxAttempts(0));
		assertThatIllegalArgumentException().isThrownBy(() -> nango.mutate().secretKey("with space"))
			.withMessageNotContaining("with space");
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void itsMappersComeFirstAndThoseOfTheParentCanBeLeftOut(Way way) {
		this.scene.answers(aResponse().withStatus(501));
		NangoClient nango = this.scene
			.client((builder) -> builder.errorMapper((failure) -> new IllegalStateException("parent")));
		NangoClient child = nango.mutate().errorMapper((failure) -> new IllegalStateException("child")).build();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> way.list(nango)).withMessage("parent");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> way.list(child)).withMessage("child");
		assertThatExceptionOfType(NangoServerException.class)
			.isThrownBy(() -> way.list(child.mutate().withoutErrorMappers().build()));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void itsCallsAreObservedWhereThoseOfTheParentAre(Way way) {
		TestObservationRegistry registry = TestObservationRegistry.create();
		NangoClient nango = this.scene.client((builder) -> builder.observationRegistry(registry));
		way.list(nango.mutate().maxAttempts(1).build());
		assertThat(registry).hasObservationWithNameEqualTo("nango.client")
			.that()
			.hasLowCardinalityKeyValue("outcome", "SUCCESS");
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void closingADerivedClientClosesNothing(Way way) {
		NangoClient nango = this.scene.client((builder) -> builder);
		NangoClient derived = nango.mutate().maxAttempts(1).build();
		derived.close();
		derived.reactive().close();
		assertThat(way.list(nango)).hasSize(1);
		assertThat(way.list(derived)).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void closingTheParentEndsWhatWasDerived(Way way) {
		NangoClient nango = this.scene.client((builder) -> builder);
		NangoClient derived = nango.mutate().maxAttempts(1).build();
		way.list(derived);
		nango.close();
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> way.list(derived))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(NangoTransportException.Reason.CLOSED));
		assertThat(this.scene.requests()).hasSize(1);
	}

	private static NangoInterceptor noting(String name, List<String> asked) {
		return new NangoInterceptor() {
			@Override
			public void beforeAttempt(NangoAttempt attempt) {
				asked.add(name);
			}
		};
	}

}
