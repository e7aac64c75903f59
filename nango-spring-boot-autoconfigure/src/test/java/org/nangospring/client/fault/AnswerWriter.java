package org.nangospring.client.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an answer to a connection, some of them until the client hangs up.
 */
interface AnswerWriter {

	/** The beginning of the headers of an answer in JSON. */
	String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	void write(OutputStream out) throws IOException;

	/**
	 * What stands there, a character for each byte.
	 */
	static AnswerWriter text(String text) {
		return (out) -> out.write(bytes(text));
	}

	/**
	 * A whole answer with a body.
	 */
	static AnswerWriter json(String body) {
		return text(JSON + "Content-Length: " + body.length() + "\r\n\r\n" + body);
	}

	/**
	 * A whole answer with a body that it says is compressed.
	 */
	static AnswerWriter gzipped(byte[] body) {
		return (out) -> {
			out.write(bytes(JSON + "Content-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n"));
			out.write(body);
		};
	}

	/**
	 * An answer that goes on and on.
	 */
	static AnswerWriter endless(String beginning, String more) {
		return (out) -> {
			out.write(bytes(beginning));
			byte[] next = bytes(more);
			while (true) {
				out.write(next);
			}
		};
	}

	/**
	 * An answer with a body that goes on and on.
	 */
	static AnswerWriter endlessBody(String headers) {
		return endless(headers + "Transfer-Encoding: chunked\r\n\r\n", "2000\r\n" + " ".repeat(0x2000) + "\r\n");
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * Compresses a block of bytes that comes a number of times.
	 */
	static byte[] gzip(byte[] block, int times) {
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
