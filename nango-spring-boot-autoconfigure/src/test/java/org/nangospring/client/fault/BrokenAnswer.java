package org.nangospring.client.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.nangospring.client.NangoException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoTransportException;

/**
 * Answers that no sound server gives, and what becomes of them: an answer that is whole
 * but of no use is not asked for again, one that is broken is, by reads.
 */
enum BrokenAnswer {

	LENGTH_TOO_LONG(NangoTransportException.class, "broke before the answer was complete") {
		@Override
		void write(OutputStream out) throws IOException {
			out.write(bytes(JSON + "Content-Length: 500\r\n\r\n{\"data\":[]}"));
		}
	},

	LENGTH_TOO_SHORT(NangoResponseException.class, "not valid JSON") {
		@Override
		void write(OutputStream out) throws IOException {
			out.write(bytes(JSON + "Content-Length: 9\r\n\r\n{\"data\":[]}"));
		}
	},

	NEGATIVE_LENGTH(NangoTransportException.class, "") {
		@Override
		void write(OutputStream out) throws IOException {
			out.write(bytes(JSON + "Content-Length: -5\r\n\r\n{\"data\":[]}"));
		}
	},

	MALFORMED_CHUNK(NangoTransportException.class, "is not valid HTTP") {
		@Override
		void write(OutputStream out) throws IOException {
			out.write(bytes(JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"data\":[]}\r\n0\r\n\r\n"));
		}
	},

	GARBAGE(NangoTransportException.class, "is not valid HTTP") {
		@Override
		void write(OutputStream out) throws IOException {
			out.write(bytes("\u0000\u0001\u00fe\u00ff}{\r\n\r\n"));
		}
	},

	GZIP_BOMB(NangoResponseException.class, "larger than " + BrokenAnswer.LIMIT + " bytes") {
		@Override
		void write(OutputStream out) throws IOException {
			writeGzip(out, BOMB);
		}
	},

	TRUNCATED_GZIP(NangoResponseException.class, "") {
		@Override
		void write(OutputStream out) throws IOException {
			byte[] whole = gzip(bytes("{\"data\":[" + "1,2,3,4,5,".repeat(1000) + "6]}"), 1);
			writeGzip(out, Arrays.copyOf(whole, whole.length / 2));
		}
	},

	NO_GZIP(NangoTransportException.class, "") {
		@Override
		void write(OutputStream out) throws IOException {
			writeGzip(out, bytes("{\"data\":[]}"));
		}
	},

	DEEP_JSON(NangoResponseException.class, "") {
		@Override
		void write(OutputStream out) throws IOException {
			writeJson(out, bytes("{\"data\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}"));
		}
	},

	HUGE_NUMBER(NangoResponseException.class, "") {
		@Override
		void write(OutputStream out) throws IOException {
			writeJson(out, bytes("{\"data\":[" + "9".repeat(200_000) + "]}"));
		}
	},

	HUGE_NAME(NangoResponseException.class, "") {
		@Override
		void write(OutputStream out) throws IOException {
			writeJson(out, bytes("{\"" + "x".repeat(200_000) + "\":1}"));
		}
	},

	HUGE_STRING(NangoResponseException.class, "larger than " + BrokenAnswer.LIMIT + " bytes") {
		@Override
		void write(OutputStream out) throws IOException {
			writeJson(out, bytes("{\"data\":\"" + "x".repeat(2 * LIMIT) + "\"}"));
		}
	},

	INVALID_UTF_8(NangoResponseException.class, "not valid JSON") {
		@Override
		void write(OutputStream out) throws IOException {
			writeJson(out, bytes("{\"data\":[\"\u00c3\u0028\u00ff\"]}"));
		}
	},

	NEVER_ENDING_BODY(NangoResponseException.class, "larger than " + BrokenAnswer.LIMIT + " bytes") {
		@Override
		void write(OutputStream out) throws IOException {
			out.write(bytes(JSON + "Transfer-Encoding: chunked\r\n\r\n"));
			byte[] chunk = bytes("2000\r\n" + " ".repeat(0x2000) + "\r\n");
			while (true) {
				out.write(chunk);
			}
		}
	},

	NEVER_ENDING_HEADERS(NangoTransportException.class, "is not valid HTTP") {
		@Override
		void write(OutputStream out) throws IOException {
			out.write(bytes(JSON));
			while (true) {
				out.write(bytes("X-More: " + "x".repeat(100) + "\r\n"));
			}
		}
	},

	NEVER_ENDING_STATUS(NangoTransportException.class, "is not valid HTTP") {
		@Override
		void write(OutputStream out) throws IOException {
			out.write(bytes("HTTP/1.1 200 "));
			while (true) {
				out.write(bytes("OK".repeat(100)));
			}
		}
	};

	static final int LIMIT = 1024 * 1024;

	static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	/** A quarter of a gigabyte. */
	private static final byte[] BOMB = gzip(new byte[LIMIT], 256);

	private final Class<? extends NangoException> error;

	private final String message;

	BrokenAnswer(Class<? extends NangoException> error, String message) {
		this.error = error;
		this.message = message;
	}

	/**
	 * Writes the answer, some of them until the client hangs up.
	 */
	abstract void write(OutputStream out) throws IOException;

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

	private static void writeJson(OutputStream out, byte[] body) throws IOException {
		out.write(bytes(JSON + "Content-Length: " + body.length + "\r\n\r\n"));
		out.write(body);
	}

	private static void writeGzip(OutputStream out, byte[] body) throws IOException {
		out.write(bytes(JSON + "Content-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n"));
		out.write(body);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] gzip(byte[] block, int times) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
			for (int i = 0; i < times; i++) {
				gzip.write(block);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toByteArray();
	}

}
