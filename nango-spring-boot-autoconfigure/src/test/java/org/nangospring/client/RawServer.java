package org.nangospring.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/**
 * A server that answers bytes of the test's choice, for answers that no HTTP library
 * would make. It reads the head of each request, leaves its body, and hands over the
 * socket.
 */
public final class RawServer implements AutoCloseable {

	private final ServerSocket socket;

	private final Script script;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	public RawServer(Script script) throws IOException {
		this(ServerSocketFactory.getDefault(), script);
	}

	/**
	 * A server whose connections are of the test's choice too, for example encrypted.
	 */
	public RawServer(ServerSocketFactory sockets, Script script) throws IOException {
		this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.script = script;
		daemon("raw-server", this::accept);
	}

	/**
	 * What to do with a connection after the head of a request was read.
	 */
	public interface Script {

		void answer(int request, Socket connection, OutputStream out) throws IOException;

	}

	/**
	 * A server that answers one request after another with a text and hangs up; with the
	 * last text again and again.
	 */
	public static RawServer answering(String... answers) throws IOException {
		return new RawServer((request, connection, out) -> {
			out.write(answers[Math.min(request, answers.length) - 1].getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			connection.shutdownOutput();
			// whoever closes with unread bytes sends a reset, which may overtake the
			// answer
			connection.getInputStream().transferTo(OutputStream.nullOutputStream());
		});
	}

	/**
	 * A script that writes a text and closes the connection.
	 */
	public static Script writing(String text) {
		return (request, connection, out) -> {
			out.write(text.getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			connection.close();
		};
	}

	public String url() {
		String scheme = (this.socket instanceof SSLServerSocket) ? "https" : "http";
		return scheme + "://127.0.0.1:" + this.socket.getLocalPort();
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * How many connections were made.
	 */
	public int connections() {
		return this.open.size();
	}

	/**
	 * The heads of the requests so far, a character for each byte.
	 */
	public List<String> requests() {
		return this.requests;
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				this.open.add(connection);
				daemon("raw-connection", () -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try {
			InputStream in = connection.getInputStream();
			while (!connection.isClosed()) {
				String head = head(in);
				if (head == null) {
					return;
				}
				this.requests.add(head);
				this.script.answer(this.requests.size(), connection, connection.getOutputStream());
			}
		}
		catch (IOException ex) {
			// the client went away
		}
	}

	private static String head(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int next = in.read();
			if (next < 0) {
				return null;
			}
			head.append((char) next);
		}
		return head.toString();
	}

	private static void daemon(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket connection : this.open) {
			connection.close();
		}
	}

}
