package org.nangospring.client;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An error as Nango describes it. {@link #payload()} may hold what a user sent or what a
 * connection stores, so it is left out of {@link #toString()}.
 */
public final class ApiError implements Serializable {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final @Nullable String code;

	private final @Nullable String message;

	private final List<FieldError> fieldErrors;

	private final transient @Nullable Object payload;

	/**
	 * Creates the error.
	 * @param status the HTTP status
	 * @param code Nango's code, or null when the answer had none
	 * @param message Nango's message, or null when the answer had none
	 * @param fieldErrors what is wrong with single fields; empty when not named
	 * @param payload further details as maps, lists and scalars, or null
	 */
	public ApiError(int status, @Nullable String code, @Nullable String message, List<FieldError> fieldErrors,
			@Nullable Object payload) {
		this.status = status;
		this.code = code;
		this.message = message;
		this.fieldErrors = List.copyOf(fieldErrors);
		this.payload = payload;
	}

	/**
	 * The HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Nango's code.
	 * @return the code, or null when the answer had none
	 */
	public @Nullable String code() {
		return this.code;
	}

	/**
	 * Nango's message.
	 * @return the message, or null when the answer had none
	 */
	public @Nullable String message() {
		return this.message;
	}

	/**
	 * What is wrong with single fields of the request.
	 * @return the errors; empty when Nango named none
	 */
	public List<FieldError> fieldErrors() {
		return this.fieldErrors;
	}

	/**
	 * Further details: for a failed action what its script reported, for failed
	 * credentials the connection.
	 * @return maps, lists and scalars, or null
	 */
	public @Nullable Object payload() {
		return this.payload;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder("Nango answered ").append(this.status);
		if (this.code != null) {
			text.append(" (").append(this.code).append(')');
		}
		if (this.message != null) {
			text.append(": ").append(this.message);
		}
		if (!this.fieldErrors.isEmpty()) {
			text.append(": ").append(String.join("; ", this.fieldErrors.stream().map(FieldError::toString).toList()));
		}
		return text.toString();
	}

}
