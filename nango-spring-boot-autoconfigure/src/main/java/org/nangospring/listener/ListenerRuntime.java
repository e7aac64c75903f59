package org.nangospring.listener;

/**
 * A listener with all that was decided about it.
 */
final class ListenerRuntime {

	private final RecordListenerDefinition<?> definition;

	private final RecordListenerOptions options;

	private final RecordErrorHandler errorHandler;

	private volatile boolean running;

	ListenerRuntime(RecordListenerDefinition<?> definition, RecordListenerOptions options,
			RecordErrorHandler errorHandler) {
		this.definition = definition;
		this.options = options;
		this.errorHandler = errorHandler;
	}

	String id() {
		return this.definition.id();
	}

	RecordListenerDefinition<?> definition() {
		return this.definition;
	}

	RecordListenerOptions options() {
		return this.options;
	}

	RecordErrorHandler errorHandler() {
		return this.errorHandler;
	}

	boolean alwaysParks() {
		return this.errorHandler instanceof FixedDecision fixed && fixed.decision() == RecordErrorHandler.Decision.PARK;
	}

	boolean isRunning() {
		return this.running;
	}

	/**
	 * Sets whether it runs.
	 * @return whether that is a change
	 */
	synchronized boolean running(boolean newRunning) {
		boolean change = this.running != newRunning;
		this.running = newRunning;
		return change;
	}

	/**
	 * Whether a stream is one of this listener, as it is defined now.
	 */
	boolean owns(RecordStreamId stream) {
		return this.definition.stream(stream.connectionId()).equals(stream);
	}

}
