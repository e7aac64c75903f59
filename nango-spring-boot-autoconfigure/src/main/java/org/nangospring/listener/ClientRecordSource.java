package org.nangospring.listener;

import java.util.Iterator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.UnusableAnswerException;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.RecordMetadata;
import org.nangospring.client.record.Records;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/**
 * Reads records with the client's own stream, which fetches one page ahead.
 */
final class ClientRecordSource implements RecordSource {

	private final NangoClient nango;

	ClientRecordSource(NangoClient nango) {
		this.nango = nango;
	}

	@Override
	public Reader open(RecordStreamId stream, @Nullable String cursor, int pageSize) {
		Records<JsonNode> records = this.nango.connection(stream.integrationId(), stream.connectionId())
			.records(stream.model(), JsonNode.class)
			.after(cursor)
			.limit(pageSize);
		String variant = stream.variant();
		return new StreamReader(((variant != null) ? records.variant(variant) : records).stream());
	}

	private static final class StreamReader implements Reader {

		private final Stream<NangoRecord<JsonNode>> stream;

		private final Iterator<NangoRecord<JsonNode>> records;

		StreamReader(Stream<NangoRecord<JsonNode>> stream) {
			this.stream = stream;
			this.records = stream.iterator();
		}

		@Override
		public boolean hasNext() {
			return this.records.hasNext();
		}

		@Override
		public RawRecord next() {
			return new TreeRecord(this.records.next());
		}

		@Override
		public void close() {
			this.stream.close();
		}

	}

	private record TreeRecord(NangoRecord<JsonNode> record) implements RawRecord {

		@Override
		public String id() {
			return this.record.id();
		}

		@Override
		public RecordMetadata metadata() {
			return this.record.metadata();
		}

		@Override
		public <T> @Nullable T read(JavaType type) {
			try {
				return NangoJson.instance().convert(this.record.data(), type);
			}
			catch (UnusableAnswerException ex) {
				throw unreadable(String.valueOf(ex.getMessage()));
			}
			catch (RuntimeException ex) {
				// a type of the application that refuses what it is given; its message
				// may quote the record
				throw unreadable("it cannot be read: " + ex.getClass().getName());
			}
		}

		private UnreadableRecordException unreadable(String reason) {
			return new UnreadableRecordException("The record \"" + id() + "\" cannot be delivered: " + reason);
		}

		@Override
		public @Nullable String json() {
			JsonNode data = this.record.data();
			return (data != null) ? data.toString() : null;
		}

	}

}
