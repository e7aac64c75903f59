package org.nangospring.listener;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far a listener has come in a stream. Immutable. A {@link StreamStore} keeps it as
 * it is: all of its parts come from the listeners.
 */
public final class StreamPosition {

	private final RecordStreamId stream;

	private final @Nullable String cursor;

	private final StreamState state;

	private final @Nullable StreamFailure failure;

	private final long records;

	private final boolean caughtUp;

	private final @Nullable Instant caughtUpAt;

	private final @Nullable Instant newestChange;

	private final Instant createdAt;

	private final Instant updatedAt;

	private StreamPosition(Builder builder) {
		this.stream = builder.stream;
		this.cursor = builder.cursor;
		this.state = builder.state;
		this.failure = builder.failure;
		this.records = builder.records;
		this.caughtUp = builder.caughtUp;
		this.caughtUpAt = builder.caughtUpAt;
		this.newestChange = builder.newestChange;
		this.createdAt = builder.createdAt;
		this.updatedAt = builder.updatedAt;
	}

	/**
	 * The position before the first change.
	 * @param stream the stream
	 * @param now the time
	 * @return an active position without cursor
	 */
	public static StreamPosition beginning(RecordStreamId stream, Instant now) {
		return builder(stream, now).build();
	}

	/**
	 * Begins a position that was stored.
	 * @param stream the stream
	 * @param createdAt when the position was made
	 * @return a builder of a position before the first change
	 */
	public static Builder builder(RecordStreamId stream, Instant createdAt) {
		return new Builder(stream, createdAt);
	}

	/**
	 * The stream.
	 * @return its id
	 */
	public RecordStreamId stream() {
		return this.stream;
	}

	/**
	 * The place of the last change that needs no more delivery.
	 * @return the cursor, or null before the first change
	 */
	public @Nullable String cursor() {
		return this.cursor;
	}

	/**
	 * Whether the stream may be worked on.
	 * @return the state
	 */
	public StreamState state() {
		return this.state;
	}

	/**
	 * Why the stream was stopped.
	 * @return the failure, or null while it is active
	 */
	public @Nullable StreamFailure failure() {
		return this.failure;
	}

	/**
	 * How many records were delivered. One that is delivered again counts again.
	 * @return the number, from the beginning
	 */
	public long records() {
		return this.records;
	}

	/**
	 * Whether the stream was read to its end after the last delivery. Where it was not,
	 * more is known or likely to follow.
	 * @return whether it was
	 */
	public boolean isCaughtUp() {
		return this.caughtUp;
	}

	/**
	 * When the stream was read to its end last.
	 * @return the time, or null when it never was
	 */
	public @Nullable Instant caughtUpAt() {
		return this.caughtUpAt;
	}

	/**
	 * When the last record that was delivered had been changed.
	 * @return the time, or null when none was delivered or Nango did not tell
	 */
	public @Nullable Instant newestChange() {
		return this.newestChange;
	}

	/**
	 * When the listener met the stream.
	 * @return the time
	 */
	public Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * When anything of this changed last.
	 * @return the time
	 */
	public Instant updatedAt() {
		return this.updatedAt;
	}

	/**
	 * After a delivery.
	 * @param lastCursor the cursor of the last record
	 * @param count how many records were delivered; fewer than were passed if some were
	 * left out or parked
	 * @param changedAt when the last record had been changed, or null if unknown
	 * @param now the time
	 * @return the position after it
	 */
	StreamPosition delivered(String lastCursor, int count, @Nullable Instant changedAt, Instant now) {
		Builder next = copy(now).cursor(lastCursor).records(this.records + count).caughtUp(false);
		return ((changedAt != null) ? next.newestChange(changedAt) : next).build();
	}

	/**
	 * After the end of the stream was reached.
	 */
	StreamPosition caughtUp(Instant now) {
		return copy(now).caughtUp(true).caughtUpAt(now).build();
	}

	StreamPosition stopped(StreamFailure reason, Instant now) {
		return copy(now).state(StreamState.STOPPED).failure(reason).caughtUp(false).build();
	}

	StreamPosition resumed(Instant now) {
		return copy(now).state(StreamState.ACTIVE).failure(null).caughtUp(false).build();
	}

	StreamPosition movedTo(@Nullable String newCursor, Instant now) {
		return copy(now).cursor(newCursor).state(StreamState.ACTIVE).failure(null).caughtUp(false).build();
	}

	private Builder copy(Instant now) {
		return new Builder(this.stream, this.createdAt).cursor(this.cursor)
			.state(this.state)
			.failure(this.failure)
			.records(this.records)
			.caughtUp(this.caughtUp)
			.caughtUpAt(this.caughtUpAt)
			.newestChange(this.newestChange)
			.updatedAt(now);
	}

	@Override
	public String toString() {
		return "StreamPosition[" + this.stream + " " + this.state + " after " + this.cursor + "]";
	}

	/**
	 * Makes a position from what was stored.
	 */
	public static final class Builder {

		private final RecordStreamId stream;

		private final Instant createdAt;

		private @Nullable String cursor;

		private StreamState state = StreamState.ACTIVE;

		private @Nullable StreamFailure failure;

		private long records;

		private boolean caughtUp;

		private @Nullable Instant caughtUpAt;

		private @Nullable Instant newestChange;

		private Instant updatedAt;

		private Builder(RecordStreamId stream, Instant createdAt) {
			this.stream = stream;
			this.createdAt = createdAt;
			this.updatedAt = createdAt;
		}

		/**
		 * Sets the cursor.
		 * @param cursor the cursor, or null before the first change
		 * @return this builder
		 */
		public Builder cursor(@Nullable String cursor) {
			this.cursor = cursor;
			return this;
		}

		/**
		 * Sets the state.
		 * @param state the state
		 * @return this builder
		 */
		public Builder state(StreamState state) {
			this.state = state;
			return this;
		}

		/**
		 * Sets why the stream was stopped.
		 * @param failure the failure, or null
		 * @return this builder
		 */
		public Builder failure(@Nullable StreamFailure failure) {
			this.failure = failure;
			return this;
		}

		/**
		 * Sets how many records were delivered.
		 * @param records the number
		 * @return this builder
		 */
		public Builder records(long records) {
			this.records = records;
			return this;
		}

		/**
		 * Sets whether the stream was read to its end.
		 * @param caughtUp whether it was
		 * @return this builder
		 */
		public Builder caughtUp(boolean caughtUp) {
			this.caughtUp = caughtUp;
			return this;
		}

		/**
		 * Sets when the stream was read to its end last.
		 * @param time the time, or null
		 * @return this builder
		 */
		public Builder caughtUpAt(@Nullable Instant time) {
			this.caughtUpAt = time;
			return this;
		}

		/**
		 * Sets when the last record that was delivered had been changed.
		 * @param time the time, or null
		 * @return this builder
		 */
		public Builder newestChange(@Nullable Instant time) {
			this.newestChange = time;
			return this;
		}

		/**
		 * Sets when the position changed last.
		 * @param time the time
		 * @return this builder
		 */
		public Builder updatedAt(Instant time) {
			this.updatedAt = time;
			return this;
		}

		/**
		 * Makes the position.
		 * @return the position
		 */
		public StreamPosition build() {
			return new StreamPosition(this);
		}

	}

}
