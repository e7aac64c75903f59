package org.nangospring.client.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request or an answer whose length is known, a character for each byte.
 */
record Message(String head, String body) {

	private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

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
		Matcher length = LENGTH.matcher(head);
		int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
		byte[] body = in.readNBytes(bytes);
		return (body.length < bytes) ? null
				: new Message(head.toString(), new String(body, StandardCharsets.ISO_8859_1));
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
