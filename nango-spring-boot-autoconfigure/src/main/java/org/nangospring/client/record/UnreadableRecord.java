package org.nangospring.client.record;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.http.UnusableAnswerException;
import org.nangospring.client.record.UnreadRecords.UnreadRecord;

/**
 * Says that one record of an answer cannot be used, and which.
 */
final class UnreadableRecord extends UnusableAnswerException {

	private static final long serialVersionUID = 1L;

	private final transient UnreadRecord record;

	UnreadableRecord(String message, UnreadRecord record) {
		super(message);
		this.record = record;
	}

	@Override
	protected NangoResponseException toNangoException(FailedCall call, @Nullable Integer status, String reason) {
		return new UnreadableRecordException(call, status, reason, this.record.id(), this.record.metadata());
	}

}
