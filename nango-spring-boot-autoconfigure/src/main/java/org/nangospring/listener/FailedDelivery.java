package org.nangospring.listener;

import java.util.List;

/**
 * Changes that could not be delivered: one record where the listener takes single records
 * or where a record does not fit its type, otherwise a whole batch.
 */
public final class FailedDelivery {

	private final RecordStreamId stream;

	private final List<FailedRecord> records;

	private final Throwable failure;

	private final int attempts;

	/**
	 * Creates a failed delivery.
	 * @param stream the stream
	 * @param records what could not be delivered, at least one
	 * @param failure the failure of the last attempt
	 * @param attempts how often the listener was called; 0 when a record does not fit the
	 * type
	 */
	public FailedDelivery(RecordStreamId stream, List<FailedRecord> records, Throwable failure, int attempts) {
		this.stream = stream;
		this.records = List.copyOf(records);
		this.failure = failure;
		this.attempts = attempts;
	}

	/**
	 * The stream it is from.
	 * @return its id
	 */
	public RecordStreamId stream() {
		return this.stream;
	}

	/**
	 * What could not be delivered.
	 * @return the records, oldest change first, at least one
	 */
	public List<FailedRecord> records() {
		return this.records;
	}

	/**
	 * Why.
	 * @return the failure of the last attempt
	 */
	public Throwable failure() {
		return this.failure;
	}

	/**
	 * How often the listener was called.
	 * @return the number; 0 when a record does not fit the type
	 */
	public int attempts() {
		return this.attempts;
	}

	/**
	 * Whether the record does not fit the type of the listener, so that it was not even
	 * called.
	 * @return whether that is so; there is one record then
	 */
	public boolean isUnreadable() {
		return this.attempts == 0;
	}

	/**
	 * Payloads are the user's own and are not shown.
	 */
	@Override
	public String toString() {
		return "FailedDelivery[" + this.records.size() + " records of " + this.stream + ", "
				+ this.failure.getClass().getName() + "]";
	}

}
