package org.nangospring.client.network;

import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/**
 * Certificates of a made-up authority, and servers that show them.
 */
public final class Certificates {

	/** Whom the tests trust. */
	public static final X509Bundle AUTHORITY = authority("Authority");

	/** Somebody else. */
	public static final X509Bundle OTHER_AUTHORITY = authority("Other");

	private Certificates() {
	}

	private static X509Bundle authority(String name) {
		return make(() -> new CertificateBuilder().ecp256()
			.subject("CN=" + name)
			.setIsCertificateAuthority(true)
			.buildSelfSigned());
	}

	/**
	 * The certificate of a server on loopback.
	 */
	public static X509Bundle loopback() {
		return make(() -> server().addSanIpAddress("127.0.0.1").buildIssuedBy(AUTHORITY));
	}

	/**
	 * The certificate of a server with a name.
	 */
	public static X509Bundle named(String name) {
		return make(() -> server().addSanDnsName(name).buildIssuedBy(AUTHORITY));
	}

	/**
	 * A certificate that was good until yesterday.
	 */
	public static X509Bundle expired() {
		Instant yesterday = Instant.now().minus(Duration.ofDays(1));
		return make(() -> server().addSanIpAddress("127.0.0.1")
			.notBefore(yesterday.minus(Duration.ofDays(30)))
			.notAfter(yesterday)
			.buildIssuedBy(AUTHORITY));
	}

	/**
	 * The certificate of a client.
	 */
	public static X509Bundle client(X509Bundle issuer) {
		return make(() -> new CertificateBuilder().ecp256()
			.subject("CN=client")
			.addExtendedKeyUsageClientAuth()
			.buildIssuedBy(issuer));
	}

	private static CertificateBuilder server() {
		return new CertificateBuilder().ecp256().subject("CN=server").addExtendedKeyUsageServerAuth();
	}

	/**
	 * Trust in one authority, and in no other.
	 */
	public static TrustManagerFactory trusting(X509Bundle authority) {
		return make(() -> {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setCertificateEntry("authority", authority.getCertificate());
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(store);
			return factory;
		});
	}

	/**
	 * A key and its certificate, to be shown to the other side.
	 */
	public static KeyManagerFactory showing(X509Bundle certificate) {
		return make(() -> {
			KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			factory.init(certificate.toKeyStore(new char[0]), new char[0]);
			return factory;
		});
	}

	/**
	 * Sockets of a server with a certificate.
	 */
	public static ServerSocketFactory sockets(X509Bundle certificate) {
		return context(showing(certificate).getKeyManagers()).getServerSocketFactory();
	}

	/**
	 * Sockets of a server that wants to see a certificate of our authority.
	 */
	public static ServerSocketFactory demandingSockets(X509Bundle certificate) {
		return new SocketSettings(context(showing(certificate).getKeyManagers()).getServerSocketFactory(),
				(socket) -> socket.setNeedClientAuth(true));
	}

	/**
	 * Sockets of a server with a certificate that speaks only one version of TLS.
	 */
	public static ServerSocketFactory sockets(X509Bundle certificate, String protocol) {
		return new SocketSettings((SSLServerSocketFactory) sockets(certificate),
				(socket) -> socket.setEnabledProtocols(new String[] { protocol }));
	}

	private static SSLContext context(KeyManager[] keys) {
		return make(() -> {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys, trusting(AUTHORITY).getTrustManagers(), null);
			return context;
		});
	}

	private static <T> T make(Factory<T> factory) {
		try {
			return factory.make();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Factory<T> {

		T make() throws Exception;

	}

}
