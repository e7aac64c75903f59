package org.nangospring.client.record;

/**
 * What a call to prune records did.
 */
public final class PruneResult {

	private final long count;

	private final boolean hasMore;

	/**
	 * Creates a result.
	 * @param count the records that were pruned
	 * @param hasMore whether Nango believes that more are left
	 */
	public PruneResult(long count, boolean hasMore) {
		this.count = count;
		this.hasMore = hasMore;
	}

	/**
	 * The records that were pruned.
	 * @return the number
	 */
	public long count() {
		return this.count;
	}

	/**
	 * Whether Nango believes that more are left. It can be true although nothing is: stop
	 * when {@link #count()} is 0.
	 * @return whether it does
	 */
	public boolean hasMore() {
		return this.hasMore;
	}

	/**
	 * Whether another call would do something.
	 */
	boolean goesOn() {
		return this.hasMore && this.count > 0;
	}

	@Override
	public String toString() {
		return "PruneResult[" + this.count + (this.hasMore ? " records, more are left]" : " records]");
	}

}
