package org.nangospring.benchmark.records;

import java.time.Instant;

/**
 * Reads all records there are.
 */
public interface Drain {

	/**
	 * Reads them.
	 * @return what was read
	 */
	Total drain();

	/**
	 * What was read: a sum over the records shows that each was decoded.
	 */
	final class Total {

		private long count;

		private long sum;

		void add(long amountInCents, Instant issuedAt, Instant lastModifiedAt) {
			this.count++;
			this.sum += amountInCents + issuedAt.getEpochSecond() + lastModifiedAt.getEpochSecond();
		}

		/**
		 * How many records there were.
		 * @return the number
		 */
		public long count() {
			return this.count;
		}

		/**
		 * The sum of their amounts and times.
		 * @return the sum
		 */
		public long sum() {
			return this.sum;
		}

	}

}
