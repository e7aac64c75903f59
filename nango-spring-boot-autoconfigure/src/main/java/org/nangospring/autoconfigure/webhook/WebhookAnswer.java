package org.nangospring.autoconfigure.webhook;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * What Nango is told. It sends a webhook again on 5xx and never on 4xx.
 */
enum WebhookAnswer {

	/** Listeners have handled it. */
	HANDLED(HttpStatus.OK),

	/** It waits to be handled. */
	ACCEPTED(HttpStatus.ACCEPTED),

	/** It was handled before. */
	DUPLICATE(HttpStatus.OK),

	/** A listener failed. */
	FAILED(HttpStatus.INTERNAL_SERVER_ERROR),

	/** Listeners take longer than Nango should be kept waiting. */
	TIMEOUT(HttpStatus.SERVICE_UNAVAILABLE),

	/** Another instance of the application is about to handle it. */
	IN_PROGRESS(HttpStatus.SERVICE_UNAVAILABLE),

	/** Too many others wait to be handled. */
	FULL(HttpStatus.SERVICE_UNAVAILABLE),

	/** There is no signature. */
	UNSIGNED(HttpStatus.UNAUTHORIZED),

	/** The signature is wrong. */
	WRONG_SIGNATURE(HttpStatus.UNAUTHORIZED),

	/** It is signed and cannot be read. */
	NOT_JSON(HttpStatus.BAD_REQUEST),

	/** It is larger than what is read. */
	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),

	/** It is said to be something else than JSON. */
	MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),

	/** It is no POST. */
	METHOD(HttpStatus.METHOD_NOT_ALLOWED);

	private final HttpStatus status;

	WebhookAnswer(HttpStatus status) {
		this.status = status;
	}

	HttpStatus status() {
		return this.status;
	}

	/**
	 * How metrics call it.
	 */
	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
