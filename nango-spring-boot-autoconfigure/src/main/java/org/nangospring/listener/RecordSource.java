package org.nangospring.listener;

import java.util.Iterator;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.record.RecordMetadata;
import tools.jackson.databind.JavaType;

/**
 * Where the records of streams come from. A record is read into the listener's type by
 * itself, so that one that does not fit spoils no other.
 */
interface RecordSource {

	/**
	 * Begins to read a stream.
	 * @param stream the stream
	 * @param cursor where to begin, or null for the beginning
	 * @param pageSize how many records to fetch at once
	 * @return the records; it fails with a {@link org.nangospring.client.NangoException}
	 * where a page does
	 */
	Reader open(RecordStreamId stream, @Nullable String cursor, int pageSize);

	/**
	 * Goes through the records of a stream, oldest change first, fetching pages on the
	 * way.
	 */
	interface Reader extends Iterator<RawRecord>, AutoCloseable {

		@Override
		void close();

	}

	/**
	 * A record whose payload is not read yet.
	 */
	interface RawRecord {

		/**
		 * The id of the record.
		 * @return the id
		 */
		String id();

		/**
		 * What Nango knows about the record.
		 * @return the metadata
		 */
		RecordMetadata metadata();

		/**
		 * Reads the payload.
		 * @param <T> the type of the payload
		 * @param type the type to read it as
		 * @return the payload, or null when the record was deleted or pruned
		 * @throws UnreadableRecordException if it does not fit the type
		 */
		<T> @Nullable T read(JavaType type);

		/**
		 * The payload as Nango sent it.
		 * @return a JSON object, or null when the record was deleted or pruned
		 */
		@Nullable String json();

	}

}
