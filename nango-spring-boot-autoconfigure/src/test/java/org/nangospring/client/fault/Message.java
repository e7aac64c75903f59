package org.nangospring.client.fault;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request or an answer whose end is known, a character for each byte.
 */
public record Message(String head, String body) {

	private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

	private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked\r\n");

	/**
	 * Reads the next message; null at the end of the connection.
	 */
	static Message read(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (!endsHead(head)) {
			int next = in.read();
			if (next < 0) {
				return null;
			}
			head.append((char) next);
		}
		if (CHUNKED.matcher(head).find()) {
			return new Message(head.toString(), chunks(in));
		}
		Matcher length = LENGTH.matcher(head);
		int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
		byte[] body = in.readNBytes(bytes);
		return (body.length < bytes) ? null
				: new Message(head.toString(), new String(body, StandardCharsets.ISO_8859_1));
	}

	private static String chunks(InputStream in) throws IOException {
		StringBuilder body = new StringBuilder();
		int length = Integer.parseInt(line(in), 16);
		while (length > 0) {
			body.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
			line(in);
			length = Integer.parseInt(line(in), 16);
		}
		line(in);
		return body.toString();
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		int next = in.read();
		while (next != '\n') {
			if (next < 0) {
				throw new EOFException();
			}
			line.append((char) next);
			next = in.read();
		}
		return line.toString().strip();
	}

	private static boolean endsHead(StringBuilder head) {
		int length = head.length();
		return length >= 4 && head.charAt(length - 1) == '\n' && head.charAt(length - 3) == '\n';
	}

	byte[] bytes() {
		return (this.head + this.body).getBytes(StandardCharsets.ISO_8859_1);
	}

	String text() {
		return this.head + this.body;
	}

}
