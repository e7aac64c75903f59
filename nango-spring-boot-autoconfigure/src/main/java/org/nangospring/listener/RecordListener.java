package org.nangospring.listener;

import org.nangospring.client.record.NangoRecord;

/**
 * Is given the changes of streams, batch after batch. The annotation
 * {@link NangoRecordListener} makes one of a method.
 *
 * @param <T> the type of the payload
 */
@FunctionalInterface
public interface RecordListener<T> {

	/**
	 * Takes a batch. When it returns, the batch counts as delivered; what it started and
	 * did not wait for is not known to anybody. Runs on a thread that may wait. Calls for
	 * one stream come one after the other, for several streams at the same time.
	 * @param batch the changes
	 * @throws Exception if they could not be handled; they come again
	 */
	void handle(RecordBatch<T> batch) throws Exception;

	/**
	 * Is given changes one by one.
	 *
	 * @param <T> the type of the payload
	 */
	@FunctionalInterface
	interface Single<T> {

		/**
		 * Takes a record. When it returns, the record counts as delivered.
		 * @param stream the stream it is from
		 * @param record the record
		 * @throws Exception if it could not be handled; it comes again
		 */
		void handle(RecordStreamId stream, NangoRecord<T> record) throws Exception;

	}

}
