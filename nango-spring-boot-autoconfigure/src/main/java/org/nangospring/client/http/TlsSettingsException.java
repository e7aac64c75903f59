package org.nangospring.client.http;

/**
 * The keys, the trust, the protocols or the ciphers that were set make no TLS.
 */
final class TlsSettingsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TlsSettingsException(Throwable cause) {
		super((cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName(), cause);
	}

}
