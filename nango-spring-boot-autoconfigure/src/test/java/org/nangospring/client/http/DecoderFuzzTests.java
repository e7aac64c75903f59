package org.nangospring.client.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoObject;
import org.nangospring.client.RateLimit;
import org.nangospring.client.TestClients;
import org.nangospring.client.action.AsyncAction;
import org.nangospring.client.connection.Credentials;
import org.nangospring.client.http.NangoRequest.Origin;
import org.nangospring.client.operation.Operation;
import org.nangospring.client.operation.OperationCatalog;
import org.nangospring.fuzz.Answer;
import org.nangospring.fuzz.Draw;
import org.nangospring.fuzz.Fuzz;
import org.nangospring.fuzz.Garbage;
import org.nangospring.fuzz.JsonGarbage;
import org.nangospring.fuzz.Promises;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that decodes what a server says, called directly: far more cases in the same
 * time than over a socket.
 */
class DecoderFuzzTests {

	private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	private static final Duration YEAR = Duration.ofDays(365);

	@Test
	void anyBytesAreAModelOrUnusable() {
		List<Sample> samples = samples();
		assertThat(samples).extracting(Sample::type)
			.contains(Credentials.class, AsyncAction.class)
			.hasSizeGreaterThan(30);
		Fuzz.check(8_000, (draw) -> {
			Sample sample = draw.pick(samples);
			byte[] json = JsonGarbage.mutated(sample.json(), draw).getBytes(StandardCharsets.UTF_8);
			return new Case(sample.type(), draw.oneIn(6) ? Garbage.damaged(json, draw) : json);
		}, DecoderFuzzTests::isModelOrUnusable);
	}

	@Test
	void anErrorIsAnExceptionThatShowsNothingButItsMessage() {
		AnswerErrors errors = new AnswerErrors(settings());
		Fuzz.check(6_000, DecoderFuzzTests::error, (error) -> {
			RawResponse response = response(error.answer());
			Call call = new Call(request(error.origin()), new ManualTiming(), Duration.ofSeconds(1), null);
			Promises.hold(errors.map(call, response), List.of(TestClients.KEY, JsonGarbage.MARKER));
			// asked of 404 only, but it has to be able to read all of them
			ErrorBody.isNangos(response);
		});
	}

	@Test
	void anyRetryAfterIsATimeWithinReasonOrNone() {
		Fuzz.check(10_000, DecoderFuzzTests::headerValue, (value) -> {
			Duration wait = RetryAfter.parse(value, NOW);
			if (wait != null) {
				assertThat(wait).isBetween(Duration.ZERO, YEAR);
			}
		});
	}

	@Test
	void anyRateLimitHeadersAreALimitOrNone() {
		RateLimitTracker tracker = new RateLimitTracker(EngineTiming.SYSTEM);
		Fuzz.check(10_000, (draw) -> {
			HttpHeaders headers = new HttpHeaders();
			for (String name : List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset",
					HttpHeaders.DATE)) {
				headers.add(name, draw.oneIn(3) ? headerValue(draw) : Long.toString(draw.anyLong()));
			}
			return headers;
		}, (headers) -> {
			tracker.update(request(Origin.NANGO), headers);
			RateLimit limit = tracker.last();
			Promises.hold(limit);
		});
	}

	@Test
	void anyContentTypeCanBeAskedForItsText() {
		Fuzz.check(6_000, (draw) -> Answer.around(Garbage.bytes(draw), draw), (answer) -> {
			RawResponse response = response(answer);
			assertThat(response.text()).isNotNull();
			assertThat(response.describeType()).isNotNull();
			assertThat(response.isJson()).isIn(true, false);
			assertThat(response.isJsonOfAnyName()).isIn(true, false);
		});
	}

	private static String headerValue(Draw draw) {
		return draw.oneIn(4) ? Garbage.text(draw) : Answer.value(draw);
	}

	private static void isModelOrUnusable(Case attempt) {
		NangoJson json = NangoJson.instance();
		json.readLeniently(attempt.json());
		try {
			Promises.hold(json.<Object>read(attempt.json(), json.type(attempt.type())));
		}
		catch (UnusableAnswerException ex) {
			assertThat(ex.getMessage()).doesNotContain(JsonGarbage.MARKER);
		}
	}

	/**
	 * An error in any of Nango's shapes, in which texts that are not meant to be shown
	 * are marked.
	 */
	private static ErrorCase error(Draw draw) {
		String hidden = JsonGarbage.quoted(JsonGarbage.MARKER + Garbage.text(draw));
		String shown = JsonGarbage.quoted(Garbage.text(draw) + (draw.oneIn(4) ? TestClients.KEY : ""));
		String code = draw.oneIn(3) ? shown : draw.pick("\"not_found\"", "\"too_many_request\"",
				"\"invalid_credentials\"", "\"script_failed\"", "\"generic_error_support\"", "null", "7");
		String status = draw.pick("404", "0", "-1", "1e99", "99999999999", hidden);
		String body = switch (draw.between(0, 6)) {
			case 0 -> "{\"error\":{\"code\":%s,\"message\":%s,\"payload\":%s,\"new\":%s}}".formatted(code, shown,
					hidden, hidden);
			case 1 ->
				"{\"error\":{\"code\":%s,\"errors\":[{\"code\":%s,\"message\":%s,\"path\":[%s,0],\"new\":%s},%s]}}"
					.formatted(code, shown, shown, shown, hidden, hidden);
			case 2 -> "{\"error\":{\"code\":%s,\"upstream\":{\"status\":%s,\"headers\":{%s:%s},\"body\":%s}}}"
				.formatted(code, status, hidden, hidden, hidden);
			case 3 -> "{\"error\":%s,\"code\":%s,\"method\":\"GET\",\"new\":%s}".formatted(shown, code, hidden);
			case 4 -> "{\"message\":%s,\"code\":%s,\"payload\":[%s]}".formatted(shown, code, hidden);
			case 5 -> "{\"error\":{\"code\":{\"a\":%s},\"message\":[%s],\"errors\":%s,\"upstream\":%s}}"
				.formatted(hidden, hidden, hidden, hidden);
			default -> "<html>%s</html>".formatted(hidden);
		};
		Answer answer = Answer.around(body.getBytes(StandardCharsets.UTF_8), draw);
		int status2 = (answer.status() / 100 == 2) ? draw.between(400, 599) : answer.status();
		return new ErrorCase(draw.pick(Origin.values()), new Answer(status2, answer.headers(), answer.body()));
	}

	private static RawResponse response(Answer answer) {
		HttpHeaders headers = new HttpHeaders();
		answer.headers().lines().forEach((line) -> {
			int colon = line.indexOf(':');
			headers.add(line.substring(0, colon), line.substring(colon + 1).trim());
		});
		return new RawResponse(answer.status(), headers, ByteBuffer.wrap(answer.bytes()));
	}

	private static NangoRequest<?> request(Origin origin) {
		NangoRequestBuilder builder = NangoRequest.of("connections.get", HttpMethod.GET)
			.path("/x")
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + TestClients.KEY);
		return ((origin == Origin.NANGO) ? builder : builder.fromProvider(origin == Origin.REPEATING_PROVIDER))
			.reading(ResponseReader.success());
	}

	private static EngineSettings settings() {
		return new EngineSettings("default", java.net.URI.create("https://api.nango.dev"), TestClients.KEY,
				new EngineSettings.Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1),
						1_000_000),
				new EngineSettings.Pool(1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1),
						false),
				new EngineSettings.Retry(1, Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 10), null, null,
				ObservationRegistry.NOOP, null, List.of(), (client) -> client, (builder) -> {
				}, Extensions.of(List.of(), null, List.of()), new ManualTiming());
	}

	/**
	 * Every class that answers are read into, with all parts of the catalogue's answers
	 * that fit it.
	 */
	private static List<Sample> samples() {
		List<JsonNode> parts = new ArrayList<>();
		for (Operation operation : OperationCatalog.all()) {
			if (operation.answer() != null && !operation.isProxy()) {
				collect(NangoJson.instance().mapper().readTree(operation.answer()), parts);
			}
		}
		List<Sample> samples = new ArrayList<>();
		for (Class<?> type : models()) {
			JavaType resolved = NangoJson.instance().type(type);
			int before = samples.size();
			parts.stream()
				.distinct()
				.filter((part) -> fits(part, resolved))
				.limit(10)
				.forEach((part) -> samples.add(new Sample(type, part.toString())));
			assertThat(samples).as("an answer of the catalogue with a " + type).hasSizeGreaterThan(before);
		}
		return samples;
	}

	private static void collect(JsonNode node, List<JsonNode> parts) {
		if (node.isObject() && !node.isEmpty()) {
			parts.add(node);
		}
		node.forEach((child) -> collect(child, parts));
	}

	private static boolean fits(JsonNode part, JavaType type) {
		try {
			return NangoJson.instance().read(part.toString().getBytes(StandardCharsets.UTF_8), type) != null;
		}
		catch (UnusableAnswerException | JacksonException ex) {
			return false;
		}
	}

	private static List<Class<?>> models() {
		JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages("org.nangospring.client");
		List<Class<?>> models = new ArrayList<>(List.of(Credentials.class, AsyncAction.class));
		for (JavaClass type : classes) {
			if (type.isAssignableTo(NangoObject.class) && !type.isInterface()
					&& !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
				models.add(type.reflect());
			}
		}
		return models;
	}

	private record Sample(Class<?> type, String json) {
	}

	private record Case(Class<?> type, byte[] json) {

		@Override
		public String toString() {
			return this.type.getSimpleName() + ": "
					+ JsonGarbage.quoted(new String(this.json, StandardCharsets.ISO_8859_1));
		}

	}

	private record ErrorCase(Origin origin, Answer answer) {
	}

}
