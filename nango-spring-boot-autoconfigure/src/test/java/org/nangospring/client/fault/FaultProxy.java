package org.nangospring.client.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Stands between a client and a server, passes whole requests and answers, and breaks
 * what it is told to break.
 */
final class FaultProxy implements AutoCloseable {

	private final ServerSocket socket;

	private final int port;

	private final Supplier<Fault> faults;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final AtomicInteger broken = new AtomicInteger();

	private volatile boolean kind = true;

	FaultProxy(int port, Supplier<Fault> faults) throws IOException {
		this.socket = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
		this.port = port;
		this.faults = faults;
		Threads.daemon("fault-proxy", this::accept);
	}

	/**
	 * What to do to an exchange.
	 */
	enum Fault {

		NONE, RESET_BEFORE_REQUEST, GARBAGE_BEFORE_REQUEST, RESET_AFTER_REQUEST, RESET_IN_ANSWER, CUT_ANSWER,
		GARBAGE_FOR_ANSWER, SHORT_DELAY, LONG_DELAY, SILENCE, TRICKLE, CLOSE_AFTER_ANSWER, RESET_AFTER_ANSWER

	}

	String url() {
		return "http://127.0.0.1:" + this.socket.getLocalPort();
	}

	int broken() {
		return this.broken.get();
	}

	/**
	 * From now on things break. Before, nothing does.
	 */
	void startFaults() {
		this.kind = false;
	}

	/**
	 * From now on nothing is broken any more.
	 */
	void stopFaults() {
		this.kind = true;
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				client.setTcpNoDelay(true);
				this.open.add(client);
				Threads.daemon("fault-connection", () -> pass(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void pass(Socket client) {
		try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			server.setTcpNoDelay(true);
			InputStream requests = new BufferedInputStream(client.getInputStream());
			InputStream answers = new BufferedInputStream(server.getInputStream());
			Message request = Message.read(requests);
			while (request != null && exchange(request, client, server.getOutputStream(), answers)) {
				request = Message.read(requests);
			}
		}
		catch (IOException | InterruptedException ex) {
			// one of both went away
		}
		finally {
			this.open.remove(client);
		}
	}

	private boolean exchange(Message request, Socket client, OutputStream server, InputStream answers)
			throws IOException, InterruptedException {
		Fault fault = this.kind ? Fault.NONE : this.faults.get();
		if (fault != Fault.NONE) {
			this.broken.incrementAndGet();
		}
		OutputStream out = client.getOutputStream();
		if (fault == Fault.RESET_BEFORE_REQUEST) {
			return reset(client);
		}
		if (fault == Fault.GARBAGE_BEFORE_REQUEST) {
			return write(out, "\u0000\u0001 garbage \u00ff\r\n\r\n".getBytes("ISO-8859-1"));
		}
		server.write(request.bytes());
		server.flush();
		Message answer = Message.read(answers);
		if (answer == null) {
			return false;
		}
		byte[] bytes = answer.bytes();
		int half = answer.head().length() + answer.body().length() / 2;
		switch (fault) {
			case RESET_AFTER_REQUEST -> {
				return reset(client);
			}
			case RESET_IN_ANSWER -> {
				write(out, java.util.Arrays.copyOf(bytes, half));
				return reset(client);
			}
			case CUT_ANSWER -> {
				return write(out, java.util.Arrays.copyOf(bytes, half));
			}
			case GARBAGE_FOR_ANSWER -> {
				return write(out, "HTTP/9.9 what\u00ff\r\nfoo\r\n\r\n}{".getBytes("ISO-8859-1"));
			}
			// the slowness of a network, not the patience of a test: nothing waits for it
			// to pass
			case SHORT_DELAY -> Thread.sleep(20);
			case LONG_DELAY -> Thread.sleep(RandomFaultTests.RESPONSE_TIMEOUT.toMillis() + 100);
			case SILENCE -> {
				// until the client has enough of it
				client.getInputStream().transferTo(OutputStream.nullOutputStream());
				return false;
			}
			case TRICKLE -> {
				return trickle(out, bytes);
			}
			default -> {
			}
		}
		write(out, bytes);
		if (fault == Fault.RESET_AFTER_ANSWER) {
			return reset(client);
		}
		return fault != Fault.CLOSE_AFTER_ANSWER;
	}

	/**
	 * Never silent for long, and never done: only the limit on the whole call ends it.
	 */
	private static boolean trickle(OutputStream out, byte[] bytes) throws IOException, InterruptedException {
		for (byte part : bytes) {
			write(out, new byte[] { part });
			Thread.sleep(RandomFaultTests.RESPONSE_TIMEOUT.toMillis() / 3);
		}
		return false;
	}

	private static boolean write(OutputStream out, byte[] bytes) throws IOException {
		out.write(bytes);
		out.flush();
		return false;
	}

	private static boolean reset(Socket client) throws IOException {
		client.setSoLinger(true, 0);
		client.close();
		return false;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket connection : this.open) {
			connection.close();
		}
	}

}
