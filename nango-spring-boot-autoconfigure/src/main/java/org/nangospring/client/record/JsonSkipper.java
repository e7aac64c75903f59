package org.nangospring.client.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.nangospring.client.http.UnusableAnswerException;

/**
 * Finds where values of JSON end, without looking at what they are. Of a page of records
 * most bytes belong to payloads, which are read later and checked then: to tell one
 * record from the next only quotes and brackets matter, and in strings eight bytes are
 * looked at together. Positions are indexes into the bytes.
 */
final class JsonSkipper {

	private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long ONES = 0x0101010101010101L;

	private static final long HIGH_BITS = 0x8080808080808080L;

	private static final long QUOTES = ONES * '"';

	private static final long BACKSLASHES = ONES * '\\';

	private final byte[] json;

	private final int length;

	JsonSkipper(byte[] json, int length) {
		this.json = json;
		this.length = length;
	}

	/**
	 * The byte at a position that has to be there.
	 */
	int byteAt(int position) {
		if (position >= this.length) {
			throw invalid(this.length);
		}
		return this.json[position];
	}

	/**
	 * Goes on behind a byte that has to be the next besides white space.
	 */
	int behind(char expected, int position) {
		int at = space(position);
		if (byteAt(at) != expected) {
			throw invalid(at);
		}
		return at + 1;
	}

	/**
	 * The first position that is not white space, possibly the end.
	 */
	int space(int position) {
		int at = position;
		while (at < this.length && isSpace(this.json[at])) {
			at++;
		}
		return at;
	}

	private static boolean isSpace(byte character) {
		return character == ' ' || character == '\n' || character == '\r' || character == '\t';
	}

	/**
	 * The position behind a value.
	 */
	int value(int position) {
		return switch (byteAt(position)) {
			case '"' -> string(position);
			case '{', '[' -> nested(position);
			default -> scalar(position);
		};
	}

	/**
	 * The position behind a string.
	 * @param position where its opening quote is
	 */
	int string(int position) {
		int at = position + 1;
		while (true) {
			at = quoteOrBackslash(at);
			if (byteAt(at) == '"') {
				return at + 1;
			}
			at += 2;
		}
	}

	private int quoteOrBackslash(int position) {
		int at = position;
		while (at <= this.length - Long.BYTES) {
			long word = (long) WORDS.get(this.json, at);
			long found = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES);
			if (found != 0) {
				// exact for the lowest one, which is the first
				return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
			}
			at += Long.BYTES;
		}
		while (at < this.length && this.json[at] != '"' && this.json[at] != '\\') {
			at++;
		}
		return at;
	}

	/**
	 * Marks bytes that are zero.
	 */
	private static long zeros(long word) {
		return (word - ONES) & ~word & HIGH_BITS;
	}

	private int nested(int position) {
		int depth = 0;
		int at = position;
		do {
			switch (byteAt(at)) {
				case '"' -> at = string(at) - 1;
				case '{', '[' -> depth++;
				case '}', ']' -> depth--;
				default -> {
				}
			}
			at++;
		}
		while (depth > 0);
		return at;
	}

	private int scalar(int position) {
		int at = position;
		while (at < this.length && isOfScalar(this.json[at])) {
			at++;
		}
		if (at == position) {
			throw invalid(at);
		}
		return at;
	}

	private static boolean isOfScalar(byte character) {
		return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') || character == '-'
				|| character == '.' || character == '+' || character == 'E';
	}

	UnusableAnswerException invalid(int position) {
		return new UnusableAnswerException("the answer is not valid JSON, near byte " + position);
	}

}
