package org.nangospring.listener;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;

/**
 * Why a stream was stopped, in a form that can be stored and shown: it holds no payload,
 * and no message of an exception that the listener threw, because that may quote
 * payloads.
 *
 * @param type the name of the class of the failure
 * @param message what happened, or null when only the type may be told
 * @param recordId the id of the first record that is not delivered, or null when no
 * record is to blame
 * @param at when it happened
 */
public record StreamFailure(String type, @Nullable String message, @Nullable String recordId, Instant at) {

	/**
	 * Describes a failure of Nango or of the store.
	 * @param failure the failure, which no listener threw
	 * @param recordId the id of the first record that is not delivered, or null
	 * @param at when it happened
	 * @return the description: the type, and the message of a {@link NangoException}
	 */
	public static StreamFailure of(Throwable failure, @Nullable String recordId, Instant at) {
		if (failure instanceof DeliveryFailedException delivery) {
			return ofListener(delivery.failure(), recordId, at);
		}
		String message = (failure instanceof NangoException) ? failure.getMessage() : null;
		return new StreamFailure(failure.getClass().getName(), message, recordId, at);
	}

	/**
	 * Describes what a listener threw.
	 * @param failure the failure
	 * @param recordId the id of the first record that is not delivered, or null
	 * @param at when it happened
	 * @return the description: the type only, also of a {@link NangoException}
	 */
	public static StreamFailure ofListener(Throwable failure, @Nullable String recordId, Instant at) {
		return new StreamFailure(failure.getClass().getName(), null, recordId, at);
	}

	/**
	 * Shortens the texts, for stores whose values must not be long. What is missing is
	 * replaced by three dots.
	 * @param longest how many characters the type and the id of the record may have each
	 * @param longestMessage how many characters the message may have
	 * @return the same failure with texts that are not longer
	 */
	public StreamFailure shortened(int longest, int longestMessage) {
		return new StreamFailure(shortened(this.type, longest),
				(this.message != null) ? shortened(this.message, longestMessage) : null,
				(this.recordId != null) ? shortened(this.recordId, longest) : null, this.at);
	}

	private static String shortened(String text, int longest) {
		if (text.length() <= longest) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
		return text.substring(0, end) + "\u2026";
	}

	@Override
	public String toString() {
		return this.type + ((this.message != null) ? ": " + this.message : "")
				+ ((this.recordId != null) ? " (record " + this.recordId + ")" : "");
	}

}
