package org.nangospring.client.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that does with the first bytes of each connection what the test wants; for
 * what is no HTTP, such as a TLS handshake.
 */
final class Listener implements AutoCloseable {

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final Reaction reaction;

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private final List<String> received = new CopyOnWriteArrayList<>();

	Listener(Reaction reaction) throws IOException {
		this.reaction = reaction;
		Thread thread = new Thread(this::accept, "listener");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * What to do after the first bytes came.
	 */
	interface Reaction {

		void react(Socket connection) throws IOException;

	}

	String url() {
		return "https://127.0.0.1:" + this.socket.getLocalPort();
	}

	int connections() {
		return this.open.size();
	}

	/**
	 * What came, a character for each byte.
	 */
	List<String> received() {
		return this.received;
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				this.open.add(connection);
				byte[] first = new byte[16 * 1024];
				int length = connection.getInputStream().read(first);
				this.received.add(new String(first, 0, Math.max(length, 0), StandardCharsets.ISO_8859_1));
				this.reaction.react(connection);
			}
			catch (IOException ex) {
				// closed, or the client went away
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket connection : this.open) {
			connection.close();
		}
	}

}
