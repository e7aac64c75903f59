package org.nangospring.listener;

import java.time.Duration;
import java.util.stream.Stream;

import org.nangospring.client.NangoException;
import org.nangospring.client.record.NangoRecord;

/**
 * Finds out whether it is the cursor that Nango answers with 500. An outage is a 500 too,
 * and can be one of some requests only, so each time the same stream is read without the
 * cursor, in pages of the same size. The cursor is only to blame when that worked many
 * times over a long time while the cursor never did.
 */
final class CursorCheck {

	private static final int REFUSALS = 10;

	private static final Duration TIME = Duration.ofMinutes(15);

	private final DeliveryContext context;

	CursorCheck(DeliveryContext context) {
		this.context = context;
	}

	boolean isToBlame(ManagedStream stream, StreamPosition position, NangoException failure) {
		String cursor = position.cursor();
		Integer status = failure.status();
		if (cursor == null || status == null || status != 500 || !worksWithoutCursor(stream)) {
			return false;
		}
		CursorRefusals refusals = CursorRefusals.after(stream.cursorRefusals(), cursor, this.context.timing().now());
		stream.cursorRefusals(refusals);
		return refusals.count() >= REFUSALS && refusals.time().compareTo(TIME) >= 0;
	}

	private boolean worksWithoutCursor(ManagedStream stream) {
		int pageSize = stream.listener().options().pageSize();
		try (Stream<NangoRecord<Object>> records = this.context.source()
			.open(stream.id(), null, pageSize, Object.class)) {
			records.iterator().hasNext();
			return true;
		}
		catch (NangoException ex) {
			return false;
		}
	}

}
