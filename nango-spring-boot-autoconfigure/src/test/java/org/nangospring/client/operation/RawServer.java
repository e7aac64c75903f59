package org.nangospring.client.operation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that sends what it is told, byte by byte, and hangs up: for what no decent
 * server does.
 */
final class RawServer implements AutoCloseable {

	private final ServerSocket socket;

	private final List<String> answers;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	/**
	 * Answers one connection after another; the last answer again and again.
	 */
	RawServer(String... answers) throws IOException {
		this.answers = List.of(answers);
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::serve, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.socket.getLocalPort();
	}

	/**
	 * The heads of the requests, a character for each byte.
	 */
	List<String> requests() {
		return this.requests;
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				this.requests.add(head(connection.getInputStream()));
				String answer = this.answers.get(Math.min(this.requests.size(), this.answers.size()) - 1);
				connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
				connection.getOutputStream().flush();
				connection.shutdownOutput();
				// whoever closes with unread bytes sends a reset, which may overtake the
				// answer
				connection.getInputStream().transferTo(OutputStream.nullOutputStream());
			}
			catch (IOException ex) {
				// the client went away, or the test is over
			}
		}
	}

	private static String head(InputStream input) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		int last = 0;
		for (int next = input.read(); next >= 0; next = input.read()) {
			head.write(next);
			last = (last << 8) | next;
			if (last == 0x0D0A0D0A) {
				break;
			}
		}
		return head.toString(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
