package org.nangospring.listener;

import java.util.stream.Stream;

import org.nangospring.client.NangoException;
import org.nangospring.client.record.NangoRecord;

/**
 * Finds out whether it is the cursor that Nango answers with 500. An outage is a 500 too,
 * so the same stream is read without the cursor, and the cursor is only to blame when
 * that works, in two turns one after the other.
 */
final class CursorCheck {

	private static final int TURNS = 2;

	private final RecordSource source;

	CursorCheck(RecordSource source) {
		this.source = source;
	}

	boolean isToBlame(ManagedStream stream, StreamPosition position, NangoException failure) {
		Integer status = failure.status();
		if (position.cursor() == null || status == null || status != 500) {
			return false;
		}
		try (Stream<NangoRecord<Object>> records = this.source.open(stream.id(), null, 1, Object.class)) {
			records.iterator().hasNext();
		}
		catch (NangoException ex) {
			return false;
		}
		return stream.cursorRefused() >= TURNS;
	}

}
