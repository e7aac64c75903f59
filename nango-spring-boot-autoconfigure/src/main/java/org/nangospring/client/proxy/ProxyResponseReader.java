package org.nangospring.client.proxy;

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.RawResponse;
import org.nangospring.client.http.ResponseReader;
import org.nangospring.client.http.UnusableAnswerException;
import tools.jackson.databind.JavaType;

/**
 * Reads the body of a provider as what the caller asked for: bytes and text as they come,
 * everything else as JSON.
 */
final class ProxyResponseReader {

	private ProxyResponseReader() {
	}

	@SuppressWarnings("unchecked")
	static <T> ResponseReader<ProxyResponse<T>> of(Type type) {
		JavaType resolved = NangoJson.instance().type(type);
		return (response) -> new ProxyResponse<>(response.status(), response.headers(),
				(T) read(response, type, resolved));
	}

	private static @Nullable Object read(RawResponse response, Type type, JavaType resolved) {
		if (type == Void.class || response.status() == 204 || response.status() == 205) {
			return null;
		}
		if (type == byte[].class) {
			return response.body();
		}
		if (type == String.class) {
			return response.text();
		}
		if (response.body().length == 0) {
			throw new UnusableAnswerException("the provider's answer is empty where JSON was expected."
					+ " Ask for Void.class if you do not need a body.");
		}
		if (!response.isJsonOfAnyName()) {
			throw new UnusableAnswerException("the provider's answer is " + response.describeType()
					+ " where JSON was expected. Ask for String.class or byte[].class to get it as it is.");
		}
		return NangoJson.instance().read(response.body(), resolved);
	}

}
