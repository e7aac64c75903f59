package org.nangospring.client.http;

import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client's own JSON mapper. It is private to the client: the application's Jackson
 * settings neither change what goes to Nango nor are changed. Errors name the place in
 * the JSON, never the value there, because bodies hold credentials.
 */
public final class NangoJson {

	private static final NangoJson INSTANCE = new NangoJson();

	private final JsonMapper mapper = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.annotationIntrospector(new UnknownFieldsSkipped())
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		// 5.7 read into an int would be 5 without a word
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		// the source would quote the body in messages
		.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
		.addModule(new NangoJsonModule())
		.build();

	private NangoJson() {
	}

	/**
	 * The mapper of all clients.
	 * @return the one instance
	 */
	public static NangoJson instance() {
		return INSTANCE;
	}

	/**
	 * Resolves a type once, so that calls need not.
	 * @param type a class or a generic type
	 * @return the resolved type
	 */
	public JavaType type(Type type) {
		return this.mapper.constructType(type);
	}

	/**
	 * Writes a request body.
	 * @param value what to write
	 * @return UTF-8 JSON
	 * @throws IllegalArgumentException if the value cannot be written
	 */
	public byte[] write(Object value) {
		try {
			return this.mapper.writeValueAsBytes(value);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("Cannot write a " + value.getClass().getName()
					+ " as JSON: its property \"" + path(ex) + "\" cannot be written");
		}
	}

	/**
	 * Whether a value becomes an object in JSON.
	 * @param value the value
	 * @return whether it does
	 * @throws IllegalArgumentException if the value cannot be written
	 */
	public boolean isObject(Object value) {
		byte[] json = write(value);
		return json.length > 0 && json[0] == '{';
	}

	/**
	 * Reads JSON.
	 * @param <T> the type to read
	 * @param body UTF-8 JSON
	 * @param type the type to read, from {@link #type(Type)}
	 * @return the value, or null when the JSON is {@code null}
	 * @throws UnusableAnswerException if the body is not JSON or does not fit the type
	 */
	public <T> @Nullable T read(byte[] body, JavaType type) {
		return read(body, 0, body.length, type);
	}

	/**
	 * Reads JSON from a part of an array.
	 * @param <T> the type to read
	 * @param body UTF-8 JSON
	 * @param offset where it begins
	 * @param length how many bytes it has
	 * @param type the type to read, from {@link #type(Type)}
	 * @return the value, or null when the JSON is {@code null}
	 * @throws UnusableAnswerException if the body is not JSON or does not fit the type
	 */
	public <T> @Nullable T read(byte[] body, int offset, int length, JavaType type) {
		try {
			return this.mapper.readValue(body, offset, length, type);
		}
		catch (JacksonException ex) {
			throw unusable(ex, type);
		}
	}

	/**
	 * Makes a reader of values that stand in the midst of a body, for a parser that goes
	 * through it step by step.
	 * @param type the type to read, from {@link #type(Type)}
	 * @return the reader
	 */
	public ObjectReader reader(JavaType type) {
		return this.mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
	}

	/**
	 * Reads JSON into maps, lists and scalars.
	 * @param body UTF-8 JSON
	 * @return the value, or null when the body is not JSON or is {@code null}
	 */
	@Nullable Object readLeniently(byte[] body) {
		try {
			return (body.length > 0) ? this.mapper.readValue(body, Object.class) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Converts a value that was read as maps, lists and scalars.
	 * @param <T> the type to convert to
	 * @param value what was read, or null
	 * @param type the type to convert to, from {@link #type(Type)}
	 * @return the value, or null when it was null
	 * @throws UnusableAnswerException if the value does not fit the type
	 */
	public <T> @Nullable T convert(@Nullable Object value, JavaType type) {
		try {
			return this.mapper.convertValue(value, type);
		}
		catch (JacksonException ex) {
			throw unusable(ex, type);
		}
	}

	/**
	 * The mapper itself, for readers that go through a body step by step.
	 * @return the mapper; do not change it
	 */
	public JsonMapper mapper() {
		return this.mapper;
	}

	/**
	 * Describes a failure of Jackson without the value that caused it.
	 * @param ex the failure
	 * @param type the type that was to be read
	 * @return the failure to throw
	 */
	public UnusableAnswerException unusable(JacksonException ex, JavaType type) {
		String path = path(ex);
		if (ex.getCause() instanceof UnusableAnswerException missing) {
			return new UnusableAnswerException(missing.reason() + (path.isEmpty() ? "" : " at \"" + path + "\""));
		}
		if (ex instanceof tools.jackson.core.exc.StreamReadException) {
			return new UnusableAnswerException(
					"the answer is not valid JSON" + (path.isEmpty() ? "" : " (at \"" + path + "\")") + location(ex));
		}
		if (ex instanceof StreamConstraintsException) {
			return new UnusableAnswerException(
					"the answer is nested too deep, or has a number or a name that is too long" + location(ex));
		}
		return new UnusableAnswerException("the answer does not fit " + type.toCanonical()
				+ (path.isEmpty() ? "" : ": see \"" + path + "\"") + location(ex));
	}

	private static String location(JacksonException ex) {
		return (ex.getLocation() != null && ex.getLocation().getByteOffset() >= 0)
				? ", near byte " + ex.getLocation().getByteOffset() : "";
	}

	/**
	 * Where in the JSON a failure of Jackson happened.
	 * @param ex the failure
	 * @return names and indexes from the outside in, with dots between them; empty when
	 * it is the JSON as a whole
	 */
	public static String path(JacksonException ex) {
		List<JacksonException.Reference> path = ex.getPath();
		return path.stream()
			.map((step) -> (step.getPropertyName() != null) ? step.getPropertyName() : "[" + step.getIndex() + "]")
			.collect(Collectors.joining("."));
	}

}
