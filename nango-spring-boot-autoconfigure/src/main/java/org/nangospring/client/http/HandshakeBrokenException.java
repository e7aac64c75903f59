package org.nangospring.client.http;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * The connection ended in the middle of the TLS handshake, so nothing of the request was
 * sent.
 */
final class HandshakeBrokenException extends SSLException {

	private static final long serialVersionUID = 1L;

	HandshakeBrokenException(@Nullable Throwable cause) {
		super("the connection ended in the middle of the TLS handshake", cause);
	}

}
