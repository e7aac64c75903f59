package org.nangospring.test;

import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.test.MockFixture.Issue;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallVerificationTests {

	@RegisterExtension
	static final MockFixture fixture = new MockFixture();

	private final NangoMock mock = fixture.mock;

	@BeforeEach
	void call() {
		this.mock.action("create").answers("x");
		fixture.github().actions().trigger("create", Map.of("title", "A", "labels", new String[] { "x" }));
		fixture.github().actions().trigger("create", Map.of("title", "B"));
		fixture.nango.connection("github", "c2").actions().trigger("create", null);
		this.mock.connection("github", "c2").token("t");
		fixture.nango.connection("github", "c2").token();
	}

	@Test
	void whatWasCalledIsRight() {
		assertThatCode(() -> {
			this.mock.verify().called(4);
			this.mock.verify().action("create").called(3).withInput(Map.of("title", "B")).calledOnce();
			this.mock.verify().action("create").withInputJson("{\"labels\":[\"x\"], \"title\":\"A\"}").calledOnce();
			this.mock.verify().action("create").withInput(null).calledOnce();
			this.mock.verify().connection("github", "c2").called(2);
			this.mock.verify().call(HttpMethod.GET, "/connections/{id}").calledOnce();
			this.mock.verify().action("create").withHeader("Connection-Id", "c1").called(2);
			this.mock.verify().action("other").neverCalled();
		}).doesNotThrowAnyException();
		NangoCall call = this.mock.verify().action("create").calls().get(0);
		assertThat(call.method()).isEqualTo("POST");
		assertThat(call.path()).isEqualTo("/action/trigger");
		assertThat(call.input(Issue.class)).isEqualTo(new Issue("A"));
		assertThat(call.integrationId()).isEqualTo("github");
		assertThat(call.status()).isEqualTo(200);
	}

	@Test
	void aWrongCountListsAllCallsAndMarksThoseItCounted() {
		assertThat(failure(() -> this.mock.verify().connection("github", "c1").action("create").calledOnce()))
			.startsWith("Expected the connection github/c1, the action \"create\" to be called once,"
					+ " but it was called 2 times. These were the calls:")
			.containsPattern("\\* POST /action/trigger of github/c1 .*\"title\":\"A\".* -> 200")
			.contains("\n    GET /connections/c2?provider_config_key=github of github/c2 -> 200");
	}

	@Test
	void anotherInputIsAFailure() {
		assertThat(failure(() -> this.mock.verify().action("create").withInput(Map.of("title", "C")))).startsWith(
				"Expected the action \"create\", with input {\"title\":\"C\"} to be called, but it was never called.");
		assertThat(failure(() -> this.mock.verify().withQuery("a", 1))).contains("with a=1");
		assertThat(failure(() -> this.mock.verify().action("create").withBody("x"))).contains("with body \"x\"");
	}

	@Test
	void whatWasCalledAlthoughItShouldNotIsAFailure() {
		assertThat(failure(() -> this.mock.verify().action("create").neverCalled()))
			.contains("to be never called, but it was called 3 times");
	}

	@Test
	void noCallsAtAllAreSaidToBeNone() {
		this.mock.reset();
		assertThat(failure(() -> this.mock.verify().called()))
			.isEqualTo("Expected Nango to be called, but it was never called. There were no calls at all.");
	}

	private static String failure(ThrowingCallable check) {
		AssertionError[] thrown = new AssertionError[1];
		assertThatExceptionOfType(AssertionError.class).isThrownBy(check).satisfies((ex) -> thrown[0] = ex);
		return thrown[0].getMessage();
	}

}
