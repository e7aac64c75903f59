package org.nangospring.client.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers that come bit by bit and are never complete.
 */
enum SlowAnswer {

	SILENCE("", ""),

	SLOW_STATUS("HTTP/1.1 200 ", "O"),

	SILENT_IN_THE_HEADERS(AnswerWriter.JSON, ""),

	SLOW_HEADERS(AnswerWriter.JSON + "X-Slow: ", "x"),

	MANY_SLOW_HEADERS(AnswerWriter.JSON, "X-Slow: x\r\n"),

	SILENT_BEFORE_THE_BODY(AnswerWriter.JSON + "Content-Length: 1000\r\n\r\n", ""),

	SLOW_BODY(AnswerWriter.JSON + "Content-Length: 1000\r\n\r\n{", " "),

	SLOW_CHUNKS(AnswerWriter.JSON + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n{\r\n"),

	SILENT_AFTER_HINTS("HTTP/1.1 103 Early Hints\r\n\r\n", "");

	private final String beginning;

	private final String more;

	SlowAnswer(String beginning, String more) {
		this.beginning = beginning;
		this.more = more;
	}

	/**
	 * Writes as much as ever comes.
	 */
	void write(OutputStream out) throws IOException {
		out.write(this.beginning.getBytes(StandardCharsets.US_ASCII));
		for (int i = 0; i < 5; i++) {
			out.flush();
			out.write(this.more.getBytes(StandardCharsets.US_ASCII));
		}
		out.flush();
	}

}
