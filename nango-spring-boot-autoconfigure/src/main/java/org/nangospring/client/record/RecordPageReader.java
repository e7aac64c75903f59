package org.nangospring.client.record;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.RawResponse;
import org.nangospring.client.http.ResponseReader;
import org.nangospring.client.http.UnusableAnswerException;
import org.nangospring.client.record.UnreadRecords.UnreadRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

/**
 * Goes through a page of records for what Nango knows about them and for the next cursor,
 * and leaves the payloads for later. No tree is built: a payload is read straight into
 * the caller's type from the same bytes.
 *
 * @param <T> the type of the payload
 */
final class RecordPageReader<T> implements ResponseReader<UnreadPage<T>> {

	private static final JavaType METADATA_TYPE = NangoJson.instance().type(RecordMetadataData.class);

	private static final ObjectReader METADATA = NangoJson.instance().reader(METADATA_TYPE);

	private final JavaType type;

	private final @Nullable String cursor;

	RecordPageReader(JavaType type, @Nullable String cursor) {
		this.type = type;
		this.cursor = cursor;
	}

	@Override
	public UnreadPage<T> read(RawResponse response) {
		byte[] body = ResponseReader.jsonBody(response);
		List<UnreadRecord> records = null;
		String nextCursor = null;
		try (JsonParser parser = NangoJson.instance().mapper().createParser(body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new UnusableAnswerException("the answer is not an object");
			}
			for (String name = parser.nextName(); name != null; name = parser.nextName()) {
				JsonToken value = parser.nextToken();
				if (name.equals("records") && value == JsonToken.START_ARRAY) {
					records = records(parser);
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
			throw NangoJson.instance().unusable(ex, METADATA_TYPE);
		}
		if (nextCursor != null && nextCursor.equals(this.cursor)) {
			throw new UnusableAnswerException("the next cursor is the one that was asked for, so paging would not end");
		}
		return new UnreadPage<>(new UnreadRecords<>(body, Answers.required(records, "records"), this.type), nextCursor);
	}

	private static List<UnreadRecord> records(JsonParser parser) {
		List<UnreadRecord> records = new ArrayList<>();
		while (parser.nextToken() == JsonToken.START_OBJECT) {
			records.add(record(parser));
		}
		if (!parser.hasToken(JsonToken.END_ARRAY)) {
			throw new UnusableAnswerException("\"records\" is not a list of objects");
		}
		return records;
	}

	private static UnreadRecord record(JsonParser parser) {
		int start = (int) parser.currentTokenLocation().getByteOffset();
		if (start < 0) {
			throw new UnusableAnswerException("the answer is not in UTF-8");
		}
		String id = null;
		RecordMetadata metadata = null;
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			JsonToken value = parser.nextToken();
			if (name.equals("id") && value.isScalarValue()) {
				id = parser.getValueAsString();
			}
			else if (name.equals("_nango_metadata")) {
				metadata = METADATA.readValue(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		int end = (int) parser.currentLocation().getByteOffset();
		return new UnreadRecord(Answers.required(id, "id"), Answers.required(metadata, "_nango_metadata"), start,
				end - start);
	}

}
