package org.nangospring.benchmark.stub;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * How much the stub can do, seen by a client that does nothing with the answers: it sends
 * the same request again and again and throws away as many bytes as the first answer had.
 */
public final class Ceiling {

	private static final int PIPELINE = 32;

	private Ceiling() {
	}

	/**
	 * Asks for a connection as often as possible, many requests at a time.
	 * @param stub where the stub is
	 * @param seconds how long
	 * @return answers a second
	 */
	public static double callsPerSecond(URI stub, int seconds) {
		return perSecond(stub, "/connections/conn-1?provider_config_key=github", PIPELINE, seconds);
	}

	/**
	 * Asks for pages of records as often as possible, one at a time.
	 * @param stub where the stub is
	 * @param seconds how long
	 * @return pages a second
	 */
	public static double pagesPerSecond(URI stub, int seconds) {
		return perSecond(stub, "/records?model=Invoice&limit=1000", 1, seconds);
	}

	private static double perSecond(URI stub, String path, int atATime, int seconds) {
		byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: stub\r\nAccept: application/json\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
		try (Socket socket = new Socket(stub.getHost(), stub.getPort())) {
			socket.setTcpNoDelay(true);
			DataInputStream answers = new DataInputStream(socket.getInputStream());
			byte[] requests = repeat(request, atATime);
			byte[] buffer = new byte[64 * 1024];
			socket.getOutputStream().write(request);
			long length = answerLength(answers);
			measure(socket.getOutputStream(), answers, requests, length * atATime, buffer, seconds);
			return atATime * measure(socket.getOutputStream(), answers, requests, length * atATime, buffer, seconds);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static double measure(OutputStream output, DataInputStream answers, byte[] requests, long length,
			byte[] buffer, int seconds) throws IOException {
		long start = System.nanoTime();
		long end = start + TimeUnit.SECONDS.toNanos(seconds);
		long count = 0;
		long now = start;
		while (now < end) {
			output.write(requests);
			for (long left = length; left > 0;) {
				int read = answers.read(buffer, 0, (int) Math.min(left, buffer.length));
				if (read < 0) {
					throw new IOException("The stub closed the connection");
				}
				left -= read;
			}
			count++;
			now = System.nanoTime();
		}
		return count * 1e9 / (now - start);
	}

	/**
	 * Reads one answer.
	 */
	private static long answerLength(DataInputStream answers) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) answers.readUnsignedByte());
		}
		String name = "Content-Length: ";
		int start = head.indexOf(name) + name.length();
		int bodyLength = Integer.parseInt(head.substring(start, head.indexOf("\r\n", start)));
		answers.skipNBytes(bodyLength);
		return head.length() + (long) bodyLength;
	}

	private static byte[] repeat(byte[] request, int times) {
		byte[] requests = new byte[request.length * times];
		for (int index = 0; index < times; index++) {
			System.arraycopy(request, 0, requests, index * request.length, request.length);
		}
		return requests;
	}

}
