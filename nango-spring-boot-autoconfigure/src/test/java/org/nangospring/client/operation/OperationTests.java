package org.nangospring.client.operation;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation, both ways: what arrives at the server, and what comes back.
 */
class OperationTests {

	/** What every request has, whatever the operation. */
	private static final Set<String> COMMON_HEADERS = Set.of("accept", "accept-encoding", "authorization",
			"content-length", "content-type", "host", "user-agent");

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@ParameterizedTest
	@MethodSource("org.nangospring.client.operation.OperationCatalog#bothWays")
	void sendsExactlyThisRequest(Operation operation, Mode mode) {
		FIXTURE.answers(answer(operation));
		mode.call(operation, FIXTURE.nango());
		LoggedRequest request = FIXTURE.onlyRequest();
		assertThat(request.getMethod().getName()).isEqualTo(operation.method());
		assertThat(request.getUrl()).isEqualTo(operation.url());
		assertThat(request.getHeaders().getHeader("Authorization").values())
			.containsExactly("Bearer " + operation.bearer());
		assertThat(request.getHeaders().getHeader("User-Agent").values()).singleElement()
			.asString()
			.startsWith("nango-spring/");
		assertThat(otherHeaders(request)).isEqualTo(lowerCase(operation.headers().keySet()));
		operation.headers()
			.forEach((name, value) -> assertThat(request.getHeaders().getHeader(name).values()).as(name)
				.containsExactly(value));
		hasBody(request, operation.body(), operation.headers().containsKey("Content-Type"));
	}

	@ParameterizedTest
	@MethodSource("org.nangospring.client.operation.OperationCatalog#bothWays")
	void readsTheAnswer(Operation operation, Mode mode) {
		FIXTURE.answers(answer(operation));
		operation.check().accept(mode.call(operation, FIXTURE.nango()));
	}

	private static void hasBody(LoggedRequest request, String expected, boolean ownType) {
		if (expected == null) {
			assertThat(request.getBody()).isEmpty();
			assertThat(request.containsHeader("Content-Type")).isFalse();
		}
		else if (ownType) {
			assertThat(request.getBodyAsString()).isEqualTo(expected);
		}
		else {
			assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
			JsonMapper mapper = JsonMapper.builder().build();
			assertThat(mapper.readTree(request.getBodyAsString())).isEqualTo(mapper.readTree(expected));
		}
	}

	private static Set<String> otherHeaders(LoggedRequest request) {
		Set<String> names = lowerCase(request.getAllHeaderKeys());
		names.removeAll(COMMON_HEADERS);
		return names;
	}

	private static Set<String> lowerCase(Set<String> names) {
		Set<String> result = new TreeSet<>();
		names.forEach((name) -> {
			if (!name.equalsIgnoreCase("Content-Type")) {
				result.add(name.toLowerCase(Locale.ROOT));
			}
		});
		return result;
	}

	static ResponseDefinitionBuilder answer(Operation operation) {
		return WireMock.aResponse()
			.withStatus(operation.status())
			.withHeader("Content-Type", operation.answerType())
			.withBody(operation.answer());
	}

}
