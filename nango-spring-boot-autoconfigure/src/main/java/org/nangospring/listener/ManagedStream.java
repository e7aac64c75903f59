package org.nangospring.listener;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * A stream that this instance looks after. What concerns its turns belongs to the
 * {@link StreamDispatcher} and is guarded by its lock; the rest may be read by anybody.
 */
final class ManagedStream implements RecordStream {

	private final ListenerRuntime listener;

	private final RecordStreamId id;

	private volatile StreamActivity activity = StreamActivity.IDLE;

	private volatile @Nullable StreamPosition position;

	private volatile @Nullable Instant behindSince;

	private volatile @Nullable StreamFailure problem;

	private volatile boolean left;

	private volatile @Nullable CursorRefusals cursorRefusals;

	// of the dispatcher

	boolean hinted;

	/** When a change was announced that the turn under way may not see. */
	@Nullable Instant announced;

	int failures;

	int busy;

	@Nullable Disposable timer;

	ManagedStream(ListenerRuntime listener, RecordStreamId id) {
		this.listener = listener;
		this.id = id;
	}

	ListenerRuntime listener() {
		return this.listener;
	}

	@Override
	public RecordStreamId id() {
		return this.id;
	}

	@Override
	public StreamActivity activity() {
		return this.activity;
	}

	void activity(StreamActivity newActivity) {
		this.activity = newActivity;
	}

	@Override
	public @Nullable StreamPosition position() {
		return this.position;
	}

	void position(StreamPosition newPosition) {
		this.position = newPosition;
	}

	@Override
	public @Nullable Instant behindSince() {
		return this.behindSince;
	}

	/**
	 * Tells of a change that is not delivered yet.
	 */
	void behindSince(@Nullable Instant change) {
		this.behindSince = change;
	}

	@Override
	public @Nullable StreamFailure problem() {
		return this.problem;
	}

	void problem(@Nullable StreamFailure newProblem) {
		this.problem = newProblem;
	}

	/**
	 * Whether it is no longer looked after.
	 */
	boolean hasLeft() {
		return this.left;
	}

	void leave() {
		this.left = true;
	}

	@Nullable CursorRefusals cursorRefusals() {
		return this.cursorRefusals;
	}

	/**
	 * Remembers how often the cursor was refused, null when it was accepted.
	 */
	void cursorRefusals(@Nullable CursorRefusals refusals) {
		this.cursorRefusals = refusals;
	}

	/**
	 * Whether more of it may be delivered.
	 */
	boolean mayGoOn() {
		return !this.left && this.listener.isRunning();
	}

	@Override
	public String toString() {
		return "RecordStream[" + this.id + " " + this.activity + "]";
	}

}
