package org.nangospring.client.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Set;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Says why there is no encrypted connection, and what to do about it. Nothing of a
 * request was sent then, or the server refused to read it.
 */
final class TlsFailures {

	private static final String ALERT = "Received fatal alert: ";

	/** What a server says that does not like our certificate, or misses it. */
	private static final Set<String> CERTIFICATE_ALERTS = Set.of("bad_certificate", "certificate_required",
			"certificate_unknown", "certificate_expired", "certificate_revoked", "unsupported_certificate",
			"unknown_ca", "access_denied");

	/** What the JDK says when the certificate is for another host. */
	private static final List<String> OTHER_HOST = List.of("No name matching", "No subject alternative");

	private final EngineSettings settings;

	TlsFailures(EngineSettings settings) {
		this.settings = settings;
	}

	/**
	 * Whether the next attempt may fare better: certificates and settings do not change
	 * within seconds, but whoever hung up may be back.
	 */
	static boolean mayPass(Throwable failure) {
		return failure instanceof HandshakeBrokenException || failure instanceof SslHandshakeTimeoutException;
	}

	String describe(Throwable failure) {
		String host = this.settings.host().getAuthority();
		if (failure instanceof TlsSettingsException) {
			return "the TLS settings cannot be used: " + failure.getMessage()
					+ ". Check the SSL bundle of nango.ssl.bundle.";
		}
		if (failure instanceof NotSslRecordException) {
			return host + " does not speak TLS. Check the scheme and the port of nango.host.";
		}
		if (failure instanceof SslHandshakeTimeoutException) {
			return host + " did not finish the TLS handshake within " + this.settings.limits().connectTimeout()
					+ ". Raise nango.timeout.connect if it needs more.";
		}
		if (failure instanceof HandshakeBrokenException) {
			return host + " hung up in the middle of the TLS handshake. Check whether nango.host leads to a server"
					+ " that speaks TLS, and whether it is up.";
		}
		String certificate = certificate(host, failure);
		return (certificate != null) ? certificate : refusal(host, String.valueOf(failure.getMessage()));
	}

	private static @Nullable String certificate(String host, Throwable failure) {
		String subject = "the certificate of " + host;
		if (find(failure, CertPathBuilderException.class) != null) {
			return subject + " is signed by nobody whom this application trusts. If the server is your own, or a"
					+ " proxy of your network reads along, put the authority that signed it into an SSL bundle and"
					+ " name the bundle in nango.ssl.bundle.";
		}
		if (find(failure, CertificateExpiredException.class) != null) {
			return subject + " has expired. Renew it, or correct the clock of this machine.";
		}
		if (find(failure, CertificateNotYetValidException.class) != null) {
			return subject + " is not valid yet. Correct the clock of this machine.";
		}
		CertificateException other = find(failure, CertificateException.class);
		if (other == null) {
			return null;
		}
		String problem = String.valueOf(other.getMessage());
		return OTHER_HOST.stream().anyMatch(problem::contains)
				? subject + " is for another host. Call the server by a name that is in its certificate (nango.host),"
						+ " or give it a certificate with this name."
				: subject + " is not accepted: " + problem + ". Check the SSL bundle of nango.ssl.bundle.";
	}

	private static String refusal(String host, String problem) {
		// newer JDKs put the name of the alert in front as well
		int at = problem.indexOf(ALERT);
		String alert = (at >= 0) ? problem.substring(at + ALERT.length()) : "";
		if (CERTIFICATE_ALERTS.contains(alert)) {
			return host + " wants another certificate from this application than it got (" + alert
					+ "). Check the key in the SSL bundle of nango.ssl.bundle.";
		}
		if (alert.equals("protocol_version") || alert.equals("insufficient_security")
				|| alert.equals("handshake_failure")) {
			return "this application and " + host + " have no version of TLS or no cipher in common, or the server"
					+ " wants a certificate (" + alert + "). Check the options and the key in the SSL bundle of"
					+ " nango.ssl.bundle.";
		}
		return "the TLS connection to " + host + " failed: " + problem
				+ ". Check nango.host and the SSL bundle of nango.ssl.bundle.";
	}

	private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

}
