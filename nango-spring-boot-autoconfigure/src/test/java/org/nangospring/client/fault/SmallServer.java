package org.nangospring.client.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small HTTP server that keeps connections alive, reads whole requests and answers what
 * the test tells it to.
 */
public final class SmallServer implements AutoCloseable {

	private final ServerSocket socket;

	private final AtomicInteger requests = new AtomicInteger();

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private volatile Handler handler;

	private volatile boolean oneAnswerEach;

	public SmallServer(Handler handler) throws IOException {
		this.handler = handler;
		this.socket = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
		Threads.daemon("small-server", this::accept);
	}

	/**
	 * What to answer, a character for each byte; null to hang up instead.
	 */
	public interface Handler {

		String answer(Message request);

	}

	public static String answer(int status, String headers, String json) {
		return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n" + headers + "Content-Length: "
				+ json.length() + "\r\n\r\n" + json;
	}

	public static String ok(String json) {
		return answer(200, "", json);
	}

	public void handler(Handler next) {
		this.handler = next;
	}

	/**
	 * From now on a connection is closed after an answer, which can then be any bytes.
	 */
	public SmallServer oneAnswerEach() {
		this.oneAnswerEach = true;
		return this;
	}

	public String url() {
		return "http://127.0.0.1:" + port();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	public int requests() {
		return this.requests.get();
	}

	/**
	 * How many requests came since this was asked last.
	 */
	public int newRequests() {
		return this.requests.getAndSet(0);
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				connection.setTcpNoDelay(true);
				this.open.add(connection);
				Threads.daemon("small-connection", () -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			OutputStream out = connection.getOutputStream();
			Message request = Message.read(in);
			while (request != null) {
				this.requests.incrementAndGet();
				String answer = this.handler.answer(request);
				if (answer == null) {
					return;
				}
				out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
				out.flush();
				if (this.oneAnswerEach) {
					// whoever closes with unread bytes sends a reset, which may overtake
					// the answer
					connection.shutdownOutput();
					in.transferTo(OutputStream.nullOutputStream());
					return;
				}
				request = Message.read(in);
			}
		}
		catch (IOException ex) {
			// the client went away
		}
		finally {
			this.open.remove(connection);
		}
	}

	/**
	 * Closes all connections, as a server does that is started again.
	 */
	void hangUp() throws IOException {
		for (Socket connection : this.open) {
			connection.close();
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		hangUp();
	}

}
