package org.nangospring.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Nango itself answered with an error. The subclasses tell the cases apart that
 * applications handle differently; {@link #code()} tells the rest.
 */
public class NangoApiException extends NangoException {

	private static final long serialVersionUID = 1L;

	private final ApiError error;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error what Nango answered
	 * @param advice what to do about it, or null
	 */
	public NangoApiException(FailedCall call, ApiError error, @Nullable String advice) {
		super(call, (advice != null) ? sentence(error.toString()) + " " + advice : error.toString(), null);
		this.error = error;
	}

	private static String sentence(String text) {
		return text.endsWith(".") ? text : text + ".";
	}

	@Override
	public Integer status() {
		return this.error.status();
	}

	@Override
	public @Nullable String code() {
		return this.error.code();
	}

	/**
	 * What Nango found wrong with single fields of the request.
	 * @return the errors; empty when Nango named none
	 */
	public List<FieldError> fieldErrors() {
		return this.error.fieldErrors();
	}

	/**
	 * The whole error as Nango described it.
	 * @return the error
	 */
	public ApiError error() {
		return this.error;
	}

}
