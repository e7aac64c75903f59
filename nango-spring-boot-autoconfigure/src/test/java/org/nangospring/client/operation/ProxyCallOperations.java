package org.nangospring.client.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.operation.ProxyOperations.User;
import org.nangospring.client.proxy.ProxyResponse;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The long form of the proxy.
 */
final class ProxyCallOperations {

	private static final ParameterizedTypeReference<User> USER = new ParameterizedTypeReference<>() {
	};

	private ProxyCallOperations() {
	}

	static List<Operation> all() {
		return List.of(retrieve(), exchange(), exchangeGeneric(), text(), stream(), nangoRepeats());
	}

	private static Operation retrieve() {
		return ProxyOperations.call("put", "a form, and a generic type back")
			.blocking((nango) -> nango.connection("github", "conn-1")
				.proxy()
				.put("user")
				.body(MediaType.APPLICATION_FORM_URLENCODED, "login=uma&x=1")
				.retrieve(USER))
			.reactive((nango) -> nango.connection("github", "conn-1")
				.proxy()
				.put("user")
				.body(MediaType.APPLICATION_FORM_URLENCODED, "login=uma&x=1")
				.retrieve(USER))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Nango-Proxy-Content-Type", "application/x-www-form-urlencoded")
			.body("login=uma&x=1");
	}

	private static Operation exchange() {
		return ProxyOperations.call("post", "with status and headers")
			.blocking((nango) -> nango.connection("github", "conn-1")
				.proxy()
				.post("/user")
				.query("page", 2)
				.header("X-Custom", "abc")
				.body(new User("uma", 5))
				.exchange(User.class))
			.reactive((nango) -> nango.connection("github", "conn-1")
				.proxy()
				.post("/user")
				.query("page", 2)
				.header("X-Custom", "abc")
				.body(new User("uma", 5))
				.exchange(User.class))
			.sends("POST", "/proxy/user?page=2")
			.header("Nango-Proxy-X-Custom", "abc")
			.body(ProxyOperations.USER)
			.answered(202, ProxyOperations.USER)
			.checks((result) -> isResponse(result, 202));
	}

	private static Operation exchangeGeneric() {
		return ProxyOperations.call("patch", "another host, unpacked by Nango")
			.blocking((nango) -> nango.connection("github", "conn-1")
				.proxy()
				.patch("/user")
				.baseUrlOverride("https://api.github.test")
				.decompress()
				.exchange(USER))
			.reactive((nango) -> nango.connection("github", "conn-1")
				.proxy()
				.patch("/user")
				.baseUrlOverride("https://api.github.test")
				.decompress()
				.exchange(USER))
			.header("Base-Url-Override", "https://api.github.test")
			.header("Decompress", "true")
			.checks((result) -> isResponse(result, 200));
	}

	private static Operation text() {
		return ProxyOperations.call("get", "text")
			.safe()
			.blocking((nango) -> nango.connection("github", "conn-1").proxy().get("/user").retrieve(String.class))
			.reactive((nango) -> nango.connection("github", "conn-1").proxy().get("/user").retrieve(String.class))
			.expects(Operation.Expects.ANYTHING)
			.answered(200, "name;größe")
			.answerType("text/csv; charset=utf-8")
			.checks((result) -> assertThat(result).isEqualTo("name;größe"));
	}

	private static Operation stream() {
		return ProxyOperations.call("get", "as a stream")
			.safe()
			.blocking((nango) -> text(nango.connection("github", "conn-1").proxy().get("/user").stream()))
			.reactive((nango) -> nango.connection("github", "conn-1")
				.proxy()
				.get("/user")
				.stream()
				.flatMap(ProxyCallOperations::joined))
			.expects(Operation.Expects.ANYTHING)
			.answered(200, "line 1\nline 2")
			.answerType("application/x-ndjson")
			.checks((result) -> assertThat(result).isEqualTo("200 line 1\nline 2"));
	}

	private static Operation nangoRepeats() {
		return ProxyOperations.call("get", "that Nango itself repeats")
			.safe()
			.nangoRepeats()
			.blocking((nango) -> nango.connection("github", "conn-1")
				.proxy()
				.get("/user")
				.retries(3)
				.retryOn(429, 503)
				.retrieve(User.class))
			.reactive((nango) -> nango.connection("github", "conn-1")
				.proxy()
				.get("/user")
				.retries(3)
				.retryOn(429, 503)
				.retrieve(User.class))
			.header("Retries", "3")
			.header("Retry-On", "429,503");
	}

	private static void isResponse(@Nullable Object result, int status) {
		ProxyResponse<?> response = (ProxyResponse<?>) Objects.requireNonNull(result);
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.headers().getContentType())
			.isEqualTo(MediaType.parseMediaType("application/json;charset=utf-8"));
		assertThat(response.body()).isEqualTo(new User("uma", 5));
	}

	private static String text(ProxyResponse<InputStream> response) {
		try (InputStream body = Objects.requireNonNull(response.body())) {
			return response.status() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Mono<String> joined(ProxyResponse<Flux<DataBuffer>> response) {
		return DataBufferUtils.join(Objects.requireNonNull(response.body())).map((buffer) -> {
			String text = buffer.toString(StandardCharsets.UTF_8);
			DataBufferUtils.release(buffer);
			return response.status() + " " + text;
		});
	}

}
