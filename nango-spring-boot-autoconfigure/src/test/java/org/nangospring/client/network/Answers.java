package org.nangospring.client.network;

import java.nio.charset.StandardCharsets;

import org.nangospring.client.RawServer;

/**
 * What servers answer that have nothing special to say.
 */
public final class Answers {

	static final String EMPTY_LIST = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n"
			+ "{\"data\":[]}";

	/** Answers a list and keeps the connection. */
	public static final RawServer.Script KEEPING_ALIVE = (request, connection, out) -> {
		out.write(EMPTY_LIST.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	};

	/** Answers a list; the next call takes another connection. */
	public static final RawServer.Script HANGING_UP = (request, connection, out) -> {
		String answer = EMPTY_LIST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
		out.write(answer.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	};

	private Answers() {
	}

}
