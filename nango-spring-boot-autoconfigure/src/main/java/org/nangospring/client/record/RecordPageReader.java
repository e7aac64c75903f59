package org.nangospring.client.record;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.RawResponse;
import org.nangospring.client.http.ResponseReader;
import org.nangospring.client.http.UnusableAnswerException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;

/**
 * Reads a page of records straight into the caller's type. Each record is read twice from
 * the same bytes: once for Nango's metadata, once for the payload, and the second time
 * only if there is a payload. No tree is built in between.
 *
 * @param <T> the type of the payload
 */
final class RecordPageReader<T> implements ResponseReader<RecordPage<T>> {

	private static final JavaType HEAD = NangoJson.instance().type(Head.class);

	private final JavaType type;

	private final @Nullable String cursor;

	RecordPageReader(JavaType type, @Nullable String cursor) {
		this.type = type;
		this.cursor = cursor;
	}

	@Override
	public RecordPage<T> read(RawResponse response) {
		byte[] body = ResponseReader.jsonBody(response);
		List<NangoRecord<T>> records = null;
		String nextCursor = null;
		try (JsonParser parser = NangoJson.instance().mapper().createParser(body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new UnusableAnswerException("the answer is not an object");
			}
			for (String name = parser.nextName(); name != null; name = parser.nextName()) {
				JsonToken value = parser.nextToken();
				if (name.equals("records") && value == JsonToken.START_ARRAY) {
					records = records(parser, body);
				}
				else if (name.equals("next_cursor")) {
					nextCursor = parser.getValueAsString();
				}
				else {
					parser.skipChildren();
				}
			}
			if (!parser.hasToken(JsonToken.END_OBJECT) || parser.nextToken() != null) {
				throw new UnusableAnswerException("the answer is not valid JSON");
			}
		}
		catch (JacksonException ex) {
			throw NangoJson.instance().unusable(ex, this.type);
		}
		if (nextCursor != null && nextCursor.equals(this.cursor)) {
			throw new UnusableAnswerException("the next cursor is the one that was asked for, so paging would not end");
		}
		return new RecordPage<>(Answers.required(records, "records"), nextCursor);
	}

	private List<NangoRecord<T>> records(JsonParser parser, byte[] body) {
		List<NangoRecord<T>> records = new ArrayList<>();
		while (parser.nextToken() == JsonToken.START_OBJECT) {
			int start = (int) parser.currentTokenLocation().getByteOffset();
			parser.skipChildren();
			int end = (int) parser.currentLocation().getByteOffset();
			records.add(record(body, start, end - start, records.size()));
		}
		if (!parser.hasToken(JsonToken.END_ARRAY)) {
			throw new UnusableAnswerException("\"records\" is not a list of objects");
		}
		return records;
	}

	private NangoRecord<T> record(byte[] body, int offset, int length, int index) {
		Head head = Answers.required(NangoJson.instance().<Head>read(body, offset, length, HEAD), "record");
		NangoRecord<T> bare = new NangoRecord<>(head.id(), null, head.metadata());
		if (bare.isDeleted() || bare.isPruned()) {
			return bare;
		}
		try {
			T data = NangoJson.instance().read(body, offset, length, this.type);
			return new NangoRecord<>(head.id(), data, head.metadata());
		}
		catch (UnusableAnswerException ex) {
			throw new UnusableAnswerException(ex.getMessage() + " (record " + (index + 1) + " of the page)");
		}
	}

	record Head(String id, @JsonProperty("_nango_metadata") RecordMetadataData metadata) {

		Head {
			Answers.required(id, "id");
			Answers.required(metadata, "_nango_metadata");
		}

	}

}
