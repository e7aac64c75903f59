package org.nangospring.listener;

import java.lang.reflect.Type;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.Records;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Reads the records of streams with the client's own stream, which fetches one page
 * ahead.
 */
final class RecordSource {

	private final NangoClient nango;

	RecordSource(NangoClient nango) {
		this.nango = nango;
	}

	/**
	 * Begins to read a stream.
	 * @param <T> the type of the payload
	 * @param stream the stream
	 * @param cursor where to begin, or null for the beginning
	 * @param pageSize how many records to fetch at once
	 * @param type the type to read each record as
	 * @return the records; it fails with a {@link org.nangospring.client.NangoException}
	 * where a page does, and at a record that does not fit, behind which it goes on
	 */
	<T> Stream<NangoRecord<T>> open(RecordStreamId stream, @Nullable String cursor, int pageSize, Type type) {
		Records<T> records = this.nango.connection(stream.integrationId(), stream.connectionId())
			.records(stream.model(), ParameterizedTypeReference.<T>forType(type))
			.after(cursor)
			.limit(pageSize);
		String variant = stream.variant();
		return ((variant != null) ? records.variant(variant) : records).stream();
	}

}
