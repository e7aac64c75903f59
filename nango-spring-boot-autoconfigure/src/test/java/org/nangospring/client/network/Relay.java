package org.nangospring.client.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Passes bytes between a client and a server that speak TLS, and ends connections below
 * it, as a network does that knows nothing of what it carries.
 */
final class Relay implements AutoCloseable {

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final int port;

	private final List<Socket> clients = new CopyOnWriteArrayList<>();

	private final List<Socket> servers = new CopyOnWriteArrayList<>();

	Relay(int port) throws IOException {
		this.port = port;
		daemon(this::accept);
	}

	String url() {
		return "https://127.0.0.1:" + this.socket.getLocalPort();
	}

	int connections() {
		return this.clients.size();
	}

	/**
	 * Resets the connection made last.
	 */
	void reset() throws IOException {
		Socket client = this.clients.get(this.clients.size() - 1);
		client.setSoLinger(true, 0);
		client.close();
	}

	/**
	 * Ends the connection made last without the farewell of TLS.
	 */
	void hangUp() throws IOException {
		this.clients.get(this.clients.size() - 1).close();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.port);
				client.setTcpNoDelay(true);
				server.setTcpNoDelay(true);
				this.servers.add(server);
				this.clients.add(client);
				daemon(() -> pass(client, server));
				daemon(() -> pass(server, client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	/**
	 * The end of the server's part is not passed on, so that the farewell of TLS is all
	 * that a client learns of it.
	 */
	private static void pass(Socket from, Socket to) {
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			in.transferTo(out);
		}
		catch (IOException ex) {
			// one of both is gone
		}
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "relay");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket connection : this.clients) {
			connection.close();
		}
		for (Socket connection : this.servers) {
			connection.close();
		}
	}

}
