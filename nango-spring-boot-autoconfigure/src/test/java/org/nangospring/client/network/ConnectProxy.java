package org.nangospring.client.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.nangospring.client.RawServer;

/**
 * An HTTP proxy whose tunnels all lead to the same port of loopback, whatever host is
 * asked for. It keeps what it sees on the way to the server.
 */
public final class ConnectProxy implements AutoCloseable {

	private final RawServer server = new RawServer(this::tunnel);

	private final int target;

	private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

	public ConnectProxy(int target) throws IOException {
		this.target = target;
	}

	private void tunnel(int request, Socket connection, OutputStream out) throws IOException {
		try (Socket target = new Socket(InetAddress.getLoopbackAddress(), this.target)) {
			out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			out.flush();
			Thread back = new Thread(() -> pump(target, connection), "connect-proxy");
			back.setDaemon(true);
			back.start();
			InputStream in = connection.getInputStream();
			byte[] buffer = new byte[8 * 1024];
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				synchronized (this.seen) {
					this.seen.write(buffer, 0, length);
				}
				target.getOutputStream().write(buffer, 0, length);
				target.getOutputStream().flush();
			}
		}
	}

	private static void pump(Socket from, Socket to) {
		try (to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// one of the two went away
		}
	}

	public int port() {
		return this.server.port();
	}

	/**
	 * The requests for tunnels.
	 */
	public List<String> requests() {
		return this.server.requests();
	}

	/**
	 * What went through the tunnels to the server, a character for each byte.
	 */
	public String seen() {
		synchronized (this.seen) {
			return this.seen.toString(StandardCharsets.ISO_8859_1);
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
