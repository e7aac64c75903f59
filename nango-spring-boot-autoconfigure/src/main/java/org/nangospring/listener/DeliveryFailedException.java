package org.nangospring.listener;

import org.jspecify.annotations.Nullable;

/**
 * A delivery was not made, because of the records or of the listener, not of the store.
 */
final class DeliveryFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Throwable failure;

	private final @Nullable Integer index;

	/**
	 * Creates the exception.
	 * @param failure what the listener threw, or the transaction around it
	 * @param index which record of the delivery it was, or null if that is not known
	 */
	DeliveryFailedException(Throwable failure, @Nullable Integer index) {
		super(failure.getClass().getName(), failure, false, false);
		this.failure = failure;
		this.index = index;
	}

	/**
	 * What failed, whether it is known to be of a listener or not.
	 */
	static Throwable unwrap(Throwable failure) {
		return (failure instanceof DeliveryFailedException delivery) ? delivery.failure : failure;
	}

	Throwable failure() {
		return this.failure;
	}

	@Nullable Integer index() {
		return this.index;
	}

}
