package org.nangospring.listener;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.record.NangoRecord;

/**
 * Calls a listener with a batch, whichever way it takes it.
 *
 * @param <T> the type of the payload
 */
final class ListenerCall<T> {

	private final RecordListenerDefinition<T> definition;

	private final RecordStreamId stream;

	ListenerCall(RecordListenerDefinition<T> definition, RecordStreamId stream) {
		this.definition = definition;
		this.stream = stream;
	}

	boolean takesSingleRecords() {
		return this.definition.singleListener() != null;
	}

	Progress begin(RecordBatch<T> batch) {
		return new Progress(batch);
	}

	/**
	 * One call, which knows how far it came.
	 */
	final class Progress implements StreamLease.Work {

		private final RecordBatch<T> batch;

		private int done;

		private boolean underWay;

		private Progress(RecordBatch<T> batch) {
			this.batch = batch;
		}

		@Override
		public void run() throws Exception {
			this.underWay = true;
			RecordListener<T> batchListener = ListenerCall.this.definition.batchListener();
			if (batchListener != null) {
				batchListener.handle(this.batch);
			}
			RecordListener.Single<T> singleListener = ListenerCall.this.definition.singleListener();
			if (singleListener != null) {
				for (NangoRecord<T> record : this.batch) {
					singleListener.handle(ListenerCall.this.stream, record);
					this.done++;
				}
			}
			this.underWay = false;
		}

		/**
		 * Which record the listener threw at.
		 * @return its index, or null when the listener takes batches, or returned and the
		 * failure came after it
		 */
		@Nullable Integer failedAt() {
			return (this.underWay && takesSingleRecords()) ? this.done : null;
		}

	}

}
