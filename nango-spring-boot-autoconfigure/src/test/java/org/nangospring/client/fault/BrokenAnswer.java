package org.nangospring.client.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;

import org.nangospring.client.NangoException;
import org.nangospring.client.NangoInvalidRequestException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoResponseTooLargeException;
import org.nangospring.client.NangoTransportException;

/**
 * Answers that no sound server gives, and what becomes of them: an answer that is whole
 * but of no use is not asked for again, one that is broken is, by reads.
 */
enum BrokenAnswer {

	NONE(Ending.HANGS_UP, "broke before the answer was complete", AnswerWriter.text("")),

	NONE_AFTER_CONTINUE(Ending.HANGS_UP, "broke before the answer was complete",
			AnswerWriter.text("HTTP/1.1 100 Continue\r\n\r\n")),

	RESET(Ending.RESETS, "broke before the answer was complete", AnswerWriter.text("")),

	RESET_IN_THE_HEADERS(Ending.RESETS, "broke before the answer was complete",
			AnswerWriter.text("HTTP/1.1 200 OK\r\nContent-Ty")),

	RESET_IN_THE_BODY(Ending.RESETS, "broke before the answer was complete",
			AnswerWriter.text(AnswerWriter.JSON + "Content-Length: 500\r\n\r\n{\"data\":[]}")),

	LENGTH_TOO_LONG(Ending.HANGS_UP, "broke before the answer was complete",
			AnswerWriter.text(AnswerWriter.JSON + "Content-Length: 500\r\n\r\n{\"data\":[]}")),

	LENGTH_TOO_SHORT(NangoResponseException.class, Ending.HANGS_UP, "not valid JSON",
			AnswerWriter.text(AnswerWriter.JSON + "Content-Length: 9\r\n\r\n{\"data\":[]}")),

	NEGATIVE_LENGTH(Ending.HANGS_UP, "is not valid HTTP",
			AnswerWriter.text(AnswerWriter.JSON + "Content-Length: -5\r\n\r\n{\"data\":[]}")),

	MALFORMED_CHUNK(Ending.HANGS_UP, "is not valid HTTP",
			AnswerWriter
				.text(AnswerWriter.JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"data\":[]}\r\n0\r\n\r\n")),

	GARBAGE(Ending.HANGS_UP, "is not valid HTTP", AnswerWriter.text("\u0000\u0001\u00fe\u00ff}{\r\n\r\n")),

	HTML(NangoResponseException.class, Ending.STAYS, "answer is text/html",
			AnswerWriter.text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 12\r\n\r\n<p>Nango</p>")),

	EMPTY(NangoResponseException.class, Ending.STAYS, "is empty where JSON was expected", AnswerWriter.json("")),

	REDIRECT(NangoResponseException.class, Ending.STAYS, "a redirect to elsewhere.test",
			AnswerWriter.text("HTTP/1.1 307 Temporary Redirect\r\nLocation: https://elsewhere.test/\r\n"
					+ "Content-Length: 0\r\n\r\n")),

	NOT_MODIFIED(NangoResponseException.class, Ending.STAYS, "answered 304",
			AnswerWriter.text("HTTP/1.1 304 Not Modified\r\n\r\n")),

	NO_STATUS(Ending.HANGS_UP, "is not valid HTTP",
			AnswerWriter
				.text("HTTP/1.1 1000 X\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"data\":[1]}")),

	OTHER_PROTOCOL(NangoResponseException.class, Ending.HANGS_UP, "answered 101",
			AnswerWriter.text("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n")),

	GZIP_BOMB(NangoResponseTooLargeException.class, Ending.HANGS_UP, BrokenAnswer.TOO_LARGE,
			AnswerWriter.gzipped(AnswerWriter.gzip(new byte[BrokenAnswer.LIMIT], 256))),

	TRUNCATED_GZIP(NangoResponseException.class, Ending.STAYS, "not valid JSON",
			AnswerWriter.gzipped(BrokenAnswer
				.half(AnswerWriter.gzip(AnswerWriter.bytes("{\"data\":[" + "1,2,3,4,5,".repeat(1000) + "6]}"), 1)))),

	NO_GZIP(Ending.HANGS_UP, "", AnswerWriter.gzipped(AnswerWriter.bytes("{\"data\":[]}"))),

	DEEP_JSON(NangoResponseException.class, Ending.STAYS, "nested too deep, or has a number or a name that is too long",
			AnswerWriter.json("{\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}")),

	HUGE_NUMBER(NangoResponseException.class, Ending.STAYS,
			"nested too deep, or has a number or a name that is too long",
			AnswerWriter.json("{\"data\":[" + "9".repeat(200_000) + "]}")),

	HUGE_NAME(NangoResponseException.class, Ending.STAYS, "nested too deep, or has a number or a name that is too long",
			AnswerWriter.json("{\"" + "x".repeat(200_000) + "\":1}")),

	HUGE_STRING(NangoResponseTooLargeException.class, Ending.HANGS_UP, BrokenAnswer.TOO_LARGE,
			AnswerWriter.json("{\"data\":\"" + "x".repeat(2 * BrokenAnswer.LIMIT) + "\"}")),

	INVALID_UTF_8(NangoResponseException.class, Ending.STAYS, "not valid JSON",
			AnswerWriter.json("{\"data\":[\"\u00c3\u0028\u00ff\"]}")),

	NEVER_ENDING_BODY(NangoResponseTooLargeException.class, Ending.HANGS_UP, BrokenAnswer.TOO_LARGE,
			AnswerWriter.endlessBody(AnswerWriter.JSON)),

	NEVER_ENDING_ERROR(NangoInvalidRequestException.class, Ending.HANGS_UP, "answered 400",
			AnswerWriter.endlessBody("HTTP/1.1 400 Bad Request\r\n")),

	NEVER_ENDING_HEADERS(Ending.HANGS_UP, "is not valid HTTP",
			AnswerWriter.endless(AnswerWriter.JSON, "X-More: " + "x".repeat(100) + "\r\n")),

	NEVER_ENDING_STATUS(Ending.HANGS_UP, "is not valid HTTP", AnswerWriter.endless("HTTP/1.1 200 ", "OK".repeat(100)));

	static final int LIMIT = 1024 * 1024;

	private static final String TOO_LARGE = "larger than " + LIMIT + " bytes";

	private final Class<? extends NangoException> error;

	private final Ending ending;

	private final String message;

	private final AnswerWriter writer;

	BrokenAnswer(Ending ending, String message, AnswerWriter writer) {
		this(NangoTransportException.class, ending, message, writer);
	}

	BrokenAnswer(Class<? extends NangoException> error, Ending ending, String message, AnswerWriter writer) {
		this.error = error;
		this.ending = ending;
		this.message = message;
		this.writer = writer;
	}

	/**
	 * Writes the answer, and ends the connection if it ends with it.
	 */
	void answer(Socket connection, OutputStream out) throws IOException {
		this.writer.write(out);
		out.flush();
		if (this.ending == Ending.HANGS_UP) {
			connection.shutdownOutput();
			// whoever closes with unread bytes sends a reset, which may overtake the
			// answer
			connection.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
		else if (this.ending == Ending.RESETS) {
			connection.setSoLinger(true, 0);
			connection.close();
		}
	}

	Class<? extends NangoException> error() {
		return this.error;
	}

	String message() {
		return this.message;
	}

	/**
	 * How often a read asks, with four attempts allowed.
	 */
	int requestsOfRead() {
		return (this.error == NangoTransportException.class) ? 4 : 1;
	}

	/**
	 * Whether the connection is as good as before, so that the next call can use it.
	 */
	boolean keepsConnection() {
		return this.ending == Ending.STAYS;
	}

	private static byte[] half(byte[] whole) {
		return Arrays.copyOf(whole, whole.length / 2);
	}

	/**
	 * What becomes of the connection.
	 */
	private enum Ending {

		/** The answer is whole, and the server waits for the next request. */
		STAYS,

		/** The server ends its side, and waits for the client to end the other. */
		HANGS_UP,

		/** The connection is gone from one moment to the next. */
		RESETS

	}

}
