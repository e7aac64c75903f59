package org.nangospring.client.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * Makes sockets of a server and changes their settings.
 */
final class SocketSettings extends ServerSocketFactory {

	private final SSLServerSocketFactory sockets;

	private final Consumer<SSLServerSocket> settings;

	SocketSettings(SSLServerSocketFactory sockets, Consumer<SSLServerSocket> settings) {
		this.sockets = sockets;
		this.settings = settings;
	}

	@Override
	public ServerSocket createServerSocket(int port) throws IOException {
		return set(this.sockets.createServerSocket(port));
	}

	@Override
	public ServerSocket createServerSocket(int port, int backlog) throws IOException {
		return set(this.sockets.createServerSocket(port, backlog));
	}

	@Override
	public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
		return set(this.sockets.createServerSocket(port, backlog, address));
	}

	private ServerSocket set(ServerSocket socket) {
		this.settings.accept((SSLServerSocket) socket);
		return socket;
	}

}
