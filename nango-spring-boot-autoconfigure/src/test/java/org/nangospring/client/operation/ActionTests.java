package org.nangospring.client.operation;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.NangoActionException;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.action.Actions;
import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What actions answer, and how they fail.
 */
class ActionTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anOutputCanBeAnyJson(Mode mode) {
		assertThat(output(mode, "{\"a\":1}")).isEqualTo(Map.of("a", 1));
		assertThat(output(mode, "null")).isNull();
		assertThat(output(mode, "42")).isEqualTo(42);
		assertThat(output(mode, "\"done\"")).isEqualTo("done");
		assertThat(output(mode, "[1,null]")).asInstanceOf(InstanceOfAssertFactories.LIST).containsExactly(1, null);
		assertThat(output(mode, "true")).isEqualTo(true);
	}

	@Test
	void anOutputIsReadIntoTheTypeAskedFor() {
		FIXTURE.answersJson("42");
		assertThat(actions().trigger("a", null, Long.class)).isEqualTo(42L);
		assertThat(actions().trigger("a", null, String.class)).isEqualTo("42");
		FIXTURE.answersJson("\"done\"");
		assertThat(actions().trigger("a", null, String.class)).isEqualTo("done");
		FIXTURE.answersJson("[{\"id\":1}]");
		assertThat(actions().trigger("a", null, new ParameterizedTypeReference<List<Map<String, Integer>>>() {
		})).containsExactly(Map.of("id", 1));
		FIXTURE.answersJson("null");
		assertThat(actions().trigger("a", null, Long.class)).isNull();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aTextIsNoJson(Mode mode) {
		FIXTURE.answers(WireMock.ok("done").withHeader("Content-Type", "application/json"));
		assertThat(fails(mode, NangoResponseException.class)).hasMessageContaining("not valid JSON");
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anActionThatFailedTellsWhatItThrew(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"message":"The action script failed","code":"action_script_runtime_error",
				"payload":{"code":"NOPE","input":{"x":1}}}}""", 500));
		NangoActionException failure = fails(mode, NangoActionException.class);
		assertThat(failure.status()).isEqualTo(500);
		assertThat(failure.code()).isEqualTo("action_script_runtime_error");
		assertThat(failure.error().payload()).isEqualTo(Map.of("code", "NOPE", "input", Map.of("x", 1)));
		assertThat(failure).hasMessageContaining("The action script failed");
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anActionThatBrokeTellsWhatItThrew(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"message":"An internal error occurred","code":"script_internal_error","payload":"boom"}}""",
				500));
		NangoActionException failure = fails(mode, NangoActionException.class);
		assertThat(failure.code()).isEqualTo("script_internal_error");
		assertThat(failure.error().payload()).isEqualTo("boom");
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aProviderThatRefusedTheActionIsToldApart(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"payload":{"upstreamStatus":422},"code":"script_http_error","upstream":{"status":422,
				"headers":{"content-type":"application/json","x-request-id":"r-1"},"body":{"why":"größe"}}}}""", 424));
		NangoUpstreamException failure = fails(mode, NangoUpstreamException.class);
		assertThat(failure.status()).isEqualTo(422);
		assertThat(failure.headers().getFirst("X-Request-Id")).isEqualTo("r-1");
		assertThat(failure.bodyAsString()).isEqualTo("{\"why\":\"größe\"}");
		assertThat(failure.operation()).isEqualTo("actions.trigger");
		assertThat(failure.attempts()).isEqualTo(1);
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aProviderThatAnsweredTextOrNothingIsReadAsWell(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"code":"script_http_error","upstream":{"status":503,"body":"come back later"}}}""", 424));
		NangoUpstreamException text = fails(mode, NangoUpstreamException.class);
		assertThat(text.status()).isEqualTo(503);
		assertThat(text.bodyAsString()).isEqualTo("come back later");
		assertThat(text.headers().isEmpty()).isTrue();
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"code":"script_http_error","upstream":{}}}""", 424));
		NangoUpstreamException nothing = fails(mode, NangoUpstreamException.class);
		assertThat(nothing.status()).isEqualTo(424);
		assertThat(nothing.body()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anUnknownActionIsNotFound(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"code":"not_found","message":"Action not found"}}""", 404));
		assertThat(fails(mode, NangoNotFoundException.class)).hasMessageContaining("Action not found");
	}

	@Test
	void anInputThatIsNoJsonIsRefusedBeforeAnythingIsSent() {
		FIXTURE.answersJson("{}");
		assertThatIllegalArgumentException().isThrownBy(() -> actions().trigger("a", new Broken("sesame")))
			.withMessageContaining("\"input.content\"")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("sesame"));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@Test
	void aTypeOfTheApplicationThatRefusesItsContentIsAnUnusableAnswer() {
		FIXTURE.answersJson("{\"content\":\"sesame\"}");
		assertThatExceptionOfType(NangoResponseException.class)
			.isThrownBy(() -> actions().trigger("a", null, Picky.class))
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("sesame"));
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	private static Actions actions() {
		return FIXTURE.nango().connection("github", "conn-1").actions();
	}

	private static @Nullable Object output(Mode mode, String json) {
		FIXTURE.answersJson(json);
		return mode.call(ActionOperations.all().get(0), FIXTURE.nango());
	}

	private static <E extends NangoException> E fails(Mode mode, Class<E> type) {
		E failure = catchThrowableOfType(type, () -> mode.call(ActionOperations.all().get(0), FIXTURE.nango()));
		assertThat(failure).isNotNull();
		return failure;
	}

	record Broken(String secret) {

		public String getContent() {
			throw new IllegalStateException("cannot tell " + this.secret);
		}

	}

	record Picky(String content) {

		Picky {
			throw new IllegalArgumentException("I do not like " + content);
		}

	}

}
