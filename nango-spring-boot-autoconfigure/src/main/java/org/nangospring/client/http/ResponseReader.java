package org.nangospring.client.http;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/**
 * Turns a successful answer into a result.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface ResponseReader<T> {

	/**
	 * Reads an answer.
	 * @param response an answer with a 2xx status
	 * @return the result, or null where the operation allows it
	 * @throws UnusableAnswerException if the answer cannot be used
	 */
	@Nullable T read(RawResponse response);

	/**
	 * Reads further.
	 * @param <U> the type of the new result
	 * @param mapper makes the new result of one that is not null
	 * @return a reader for the new result
	 */
	default <U> ResponseReader<U> map(Function<T, U> mapper) {
		return (response) -> {
			T value = read(response);
			return (value != null) ? mapper.apply(value) : null;
		};
	}

	/**
	 * Reads JSON that must not be {@code null}.
	 * @param <T> the type of the result
	 * @param type the type to read
	 * @return the reader
	 */
	static <T> ResponseReader<T> json(JavaType type) {
		return (response) -> {
			T value = read(response, type);
			if (value == null) {
				throw new UnusableAnswerException("the answer is null where a value was expected");
			}
			return value;
		};
	}

	/**
	 * Reads any JSON value, {@code null} included.
	 * @param <T> the type of the result
	 * @param type the type to read
	 * @return the reader
	 */
	static <T> ResponseReader<T> nullableJson(JavaType type) {
		return (response) -> read(response, type);
	}

	/**
	 * Checks that an operation without a result was carried out.
	 * @return the reader
	 */
	static ResponseReader<Void> success() {
		return (response) -> {
			if (response.status() == 204) {
				return null;
			}
			Object value = read(response, NangoJson.instance().type(Object.class));
			if (!(value instanceof Map<?, ?> map)) {
				throw new UnusableAnswerException("the answer is not an object");
			}
			if (Boolean.FALSE.equals(map.get("success"))) {
				throw new UnusableAnswerException("the answer says success: false");
			}
			return null;
		};
	}

	private static <T> @Nullable T read(RawResponse response, JavaType type) {
		requireJson(response);
		return NangoJson.instance().read(response.array(), 0, response.length(), type);
	}

	/**
	 * Refuses an answer that is not JSON.
	 * @param response the answer
	 * @throws UnusableAnswerException if the body is empty or said to be something else
	 */
	static void requireJson(RawResponse response) {
		if (!response.isJson()) {
			throw new UnusableAnswerException("the answer is " + response.contentType()
					+ " where JSON was expected. Does nango.host name a Nango API server?");
		}
		if (response.length() == 0) {
			throw new UnusableAnswerException("the answer is empty where JSON was expected");
		}
	}

}
