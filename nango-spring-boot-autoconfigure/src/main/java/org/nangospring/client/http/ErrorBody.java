package org.nangospring.client.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.ApiError;
import org.nangospring.client.FieldError;

/**
 * Reads the shapes in which Nango describes errors: with a message, with errors of single
 * fields, with a payload, with an upstream answer, with a code alone, and without the
 * {@code error} object at all.
 *
 * @param error the error itself
 * @param enveloped whether it came in an {@code error} object, as all but failures of the
 * proxy's socket do
 * @param method the method that a 429 of Nango names, or null
 * @param upstream the answer of the provider that an action got, or null
 */
record ErrorBody(ApiError error, boolean enveloped, @Nullable String method, @Nullable Map<?, ?> upstream) {

	/** An HTML page or a stack trace is no message. */
	private static final int MAX_MESSAGE = 1_000;

	private static final int MAX_CODE = 100;

	/**
	 * Reads an error answer.
	 * @param response the answer
	 * @param secrets what must not appear in messages
	 */
	static ErrorBody of(RawResponse response, List<String> secrets) {
		Object json = response.isJson() ? NangoJson.instance().readLeniently(response.body()) : null;
		if (!(json instanceof Map<?, ?> body)) {
			return new ErrorBody(new ApiError(response.status(), null, null, List.of(), null), false, null, null);
		}
		if (body.get("error") instanceof Map<?, ?> error) {
			ApiError parsed = new ApiError(response.status(), code(error, secrets),
					clean(text(error.get("message")), secrets), fieldErrors(error.get("errors"), secrets),
					error.get("payload"));
			return new ErrorBody(parsed, true, text(error.get("method")),
					(error.get("upstream") instanceof Map<?, ?> upstream) ? upstream : null);
		}
		String message = (body.get("error") instanceof String text) ? text : text(body.get("message"));
		return new ErrorBody(
				new ApiError(response.status(), code(body, secrets), clean(message, secrets), List.of(), null), false,
				text(body.get("method")), null);
	}

	/**
	 * Whether an error answer has the envelope of Nango's errors, which those of gateways
	 * in front of it do not have.
	 */
	static boolean isNangos(RawResponse response) {
		return response.isJson() && NangoJson.instance().readLeniently(response.body()) instanceof Map<?, ?> body
				&& body.get("error") instanceof Map<?, ?>;
	}

	private static List<FieldError> fieldErrors(@Nullable Object errors, List<String> secrets) {
		List<FieldError> result = new ArrayList<>();
		if (errors instanceof List<?> list) {
			for (Object item : list) {
				if (item instanceof Map<?, ?> error) {
					result.add(new FieldError(orEmpty(clean(path(error.get("path")), secrets)),
							orEmpty(code(error, secrets)), orEmpty(clean(text(error.get("message")), secrets))));
				}
			}
		}
		return result;
	}

	private static String path(@Nullable Object path) {
		return (path instanceof List<?> steps) ? steps.stream().map(String::valueOf).collect(Collectors.joining("."))
				: "";
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value instanceof String text) ? text : null;
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static @Nullable String code(Map<?, ?> error, List<String> secrets) {
		String code = clean(text(error.get("code")), secrets);
		return (code != null && code.length() > MAX_CODE) ? code.substring(0, MAX_CODE) : code;
	}

	private static @Nullable String clean(@Nullable String message, List<String> secrets) {
		if (message == null) {
			return null;
		}
		return ShownText.oneLine(ShownText.masked(message, secrets), MAX_MESSAGE);
	}

}
