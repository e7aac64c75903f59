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
		 * Adds a part that was read at the same time as others.
		 * @param part what was read
		 */
		synchronized void add(Total part) {
			this.count += part.count;
			this.sum += part.sum;
		}

		/**
		 * How many records there were.
		 * @return the number
		 */
		public synchronized long count() {
			return this.count;
		}

		/**
		 * The sum of their amounts and times.
		 * @return the sum
		 */
		public synchronized long sum() {
			return this.sum;
		}

	}

}
