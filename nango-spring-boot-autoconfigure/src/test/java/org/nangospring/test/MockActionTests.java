package org.nangospring.test;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.client.NangoActionException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.action.AsyncAction;
import org.nangospring.test.MockFixture.Issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MockActionTests {

	@RegisterExtension
	static final MockFixture fixture = new MockFixture();

	private final NangoMock mock = fixture.mock;

	@Test
	void anActionReturnsAnything() {
		this.mock.action("create").answers(new Issue("new"));
		this.mock.action("nothing").answers(null);
		this.mock.action("number").answersJson("42");
		assertThat(fixture.github().actions().trigger("create", new Issue("x"), Issue.class))
			.isEqualTo(new Issue("new"));
		assertThat(fixture.github().actions().trigger("nothing", null)).isNull();
		assertThat(fixture.github().actions().trigger("number", null)).isEqualTo(42);
	}

	@Test
	void severalAnswersComeOneAfterTheOther() {
		this.mock.action("next").answers("a").fails("no").answers("z");
		assertThat(trigger("next")).isEqualTo("a");
		assertThatExceptionOfType(NangoActionException.class).isThrownBy(() -> trigger("next"));
		assertThat(trigger("next")).isEqualTo("z");
		assertThat(trigger("next")).isEqualTo("z");
		this.mock.action("next").answers("anew");
		assertThat(trigger("next")).isEqualTo("anew");
	}

	@Test
	void anAnswerMayDependOnTheInput() {
		this.mock.action("shout")
			.answersWith(
					(call) -> new Issue(call.input(Issue.class).title().toUpperCase() + " of " + call.connectionId()));
		assertThat(fixture.github().actions().trigger("shout", new Issue("hey"), Issue.class))
			.isEqualTo(new Issue("HEY of c1"));
	}

	@Test
	void aFunctionThatFailsIsToldInTheFailureOfTheTest() {
		this.mock.action("broken").answersWith((call) -> {
			throw new IllegalStateException("oops");
		});
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> trigger("broken"));
		assertThat(this.mock.hints()).singleElement().asString().contains("IllegalStateException: oops");
	}

	@Test
	void failuresAreThoseOfNango() {
		this.mock.action("reports").fails("could not do it");
		this.mock.action("details").failsWith(Map.of("code", "NOPE"));
		this.mock.action("upstream").failsUpstream(404, Map.of("message", "Not Found"));
		assertThatExceptionOfType(NangoActionException.class).isThrownBy(() -> trigger("reports"))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("action_script_runtime_error"))
			.satisfies((ex) -> assertThat(ex.error().payload()).isEqualTo(Map.of("message", "could not do it")));
		assertThatExceptionOfType(NangoActionException.class).isThrownBy(() -> trigger("details"))
			.satisfies((ex) -> assertThat(ex.error().payload()).isEqualTo(Map.of("code", "NOPE")));
		assertThatExceptionOfType(NangoUpstreamException.class).isThrownBy(() -> trigger("upstream"))
			.satisfies((ex) -> assertThat(ex.status()).isEqualTo(404))
			.satisfies((ex) -> assertThat(ex.bodyAsString()).isEqualTo("{\"message\":\"Not Found\"}"));
	}

	@Test
	void aConnectionMayHaveAnswersOfItsOwn() {
		this.mock.action("who").answers("anybody");
		this.mock.connection("github", "c1").action("who").answers("c1");
		this.mock.connection("github", "c3").missing();
		assertThat(trigger("who")).isEqualTo("c1");
		assertThat(fixture.nango.connection("github", "c2").actions().trigger("who", null)).isEqualTo("anybody");
		assertThatExceptionOfType(NangoNotFoundException.class)
			.isThrownBy(() -> fixture.nango.connection("github", "c3").actions().trigger("who", null))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("unknown_connection"));
	}

	@Test
	void anActionThatIsNotSetUpIsUnknown() {
		this.mock.connection("github", "c1");
		assertThatExceptionOfType(NangoNotFoundException.class).isThrownBy(() -> trigger("nope"))
			.satisfies((ex) -> assertThat(ex.error().message()).isEqualTo("Action not found"));
		assertThat(this.mock.hints()).singleElement().asString().contains("nangoMock.action(\"nope\").answers(…)");
	}

	@Test
	void anAsynchronousActionHasAResult() {
		this.mock.action("slow").answers(new Issue("done"));
		AsyncAction action = fixture.github().actions().triggerAsync("slow", null);
		assertThat(fixture.nango.actionResults().await(action, Issue.class, Duration.ofSeconds(30)))
			.isEqualTo(new Issue("done"));
		this.mock.action("slow").answers(null).fails("no");
		AsyncAction nothing = fixture.github().actions().triggerAsync("slow", null);
		assertThat(fixture.nango.actionResults().get(nothing, Issue.class)).isNull();
		AsyncAction failed = fixture.github().actions().triggerAsync("slow", null);
		assertThatExceptionOfType(NangoActionException.class)
			.isThrownBy(() -> fixture.nango.actionResults().get(failed, Issue.class));
	}

	private static Object trigger(String action) {
		return fixture.github().actions().trigger(action, null);
	}

}
