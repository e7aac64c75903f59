package org.nangospring.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.nangospring.client.TestClients;

/**
 * An answer that is well formed HTTP, whatever else it is.
 *
 * @param status the status
 * @param headers the headers, each with its line break
 * @param body the body, a character for each byte
 */
public record Answer(int status, String headers, String body) {

	private static final int[] STATUSES = { 200, 200, 200, 200, 201, 202, 203, 204, 205, 206, 226, 299, 300, 301, 302,
			304, 307, 308, 399, 400, 401, 402, 403, 404, 404, 405, 407, 408, 409, 415, 418, 422, 424, 429, 431, 451,
			499, 500, 500, 501, 502, 503, 504, 520, 529, 599, 600, 666, 999 };

	private static final String[] JSON = { "application/json", "application/json; charset=utf-8" };

	private static final String[] TYPES = { "text/html", "", "text/plain;charset=utf-16", "application/problem+json",
			"text/javascript", "*/*", "application/*", "application/json;charset=nonsense", "application/json;charset=",
			"json", "/", ";", ",", "a/b/c", "application/json; q=\"", "text/plain; charset=\"ISO-2022-CN\"",
			"text/plain;charset=x-JISAutoDetect", "application/json, text/html", "application/json;charset=utf-32",
			"\u00ff/\u00fc", "application/octet-stream; a=\"b\\\"c\"", "application/" + "j".repeat(300),
			"application/" + TestClients.KEY };

	private static final String[] OTHER_HEADERS = { "Retry-After", "Retry-After", "X-RateLimit-Limit",
			"X-RateLimit-Remaining", "X-RateLimit-Reset", "Location", "Content-Disposition", "ETag", "Set-Cookie",
			"Date", "Expires", "Last-Modified", "Link", "Content-Range", "Content-Language", "Cache-Control",
			"WWW-Authenticate", "Vary", "Allow", "X-Empty" };

	private static final List<String> VALUES = List.of("", "0", "1", "-1", "-0", "59", "1e9", "0x10", "NaN", "1.5",
			"999999999", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "31556889864403199",
			"31556889864403200", "1".repeat(400), "Mon, 23 Nov 2026 12:00:10 GMT", "Mon, 31 Feb 2026 00:00:00 GMT",
			"Fri, 31 Dec 999999999 23:59:59 GMT", "http://evil.test/x", "http://" + TestClients.KEY + ".test/",
			"//evil.test", "/x", "http://[", "%", "gzip", "deflate", "br", "identity", "gzip, gzip", "nonsense", ";",
			",,", "\"", "=", "a=b; Max-Age=99999999999999", "\u00b2", "\t7 ");

	private static final String[] STATUS_LINES = { "HTTP/1.1 200 OK", "HTTP/1.0 200 OK", "HTTP/1.1 200", "HTTP/1.1",
			"HTTP/0.9 200 OK", "HTTP/2 200 OK", "HTTP/9.9 200 OK", "ICY 200 OK", "HTTP/1.1 100 Continue",
			"HTTP/1.1 101 X", "HTTP/1.1 103 X", "HTTP/1.1 199 X", "HTTP/1.1 99 X", "HTTP/1.1 000 X", "HTTP/1.1 -1 X",
			"HTTP/1.1 1000 X", "HTTP/1.1 99999999999 X", "HTTP/1.1 2OO OK", "HTTP/1.1 204 X", "HTTP/1.1 304 X",
			"GET / HTTP/1.1", "", " " };

	private static final String[] LINES = { "Content-Type: application/json", "Content-Length: 2", "Content-Length: 1",
			"Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: 1, 2", "Content-Length: x",
			"Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: x",
			"Connection: Upgrade", "Upgrade: h2c", "Upgrade: websocket", "Connection: close", "Content-Encoding: gzip",
			"Content-Encoding: br", "Trailer: X", ": x", "X", "X\u0000Y: 1", "X: \u0000", " X: folded", "X-\u00fc: 1",
			"Retry-After: \u00ff", TestClients.KEY + " : " + TestClients.KEY, TestClients.KEY + "\u00fc: 1" };

	private static final String[] BODIES = { "{}", "2\r\n{}\r\n0\r\n\r\n", "0\r\n\r\n", "x\r\n", "-1\r\n{}",
			"7fffffff\r\n{}", "ffffffffffffffff\r\n{}", "2;a=b\r\n{}\r\n0\r\nX: y\r\n\r\n", "2\r\n{}0\r\n\r\n", "",
			"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "\u001f\u008b\b", "\u0000", TestClients.KEY };

	/**
	 * Draws an answer of lines that are HTTP one by one, or nearly so, a character for
	 * each byte.
	 */
	public static String nearlyHttp(Draw draw) {
		StringBuilder text = new StringBuilder(draw.pick(STATUS_LINES)).append("\r\n");
		for (int i = draw.between(0, 4); i > 0; i--) {
			text.append(draw.pick(LINES)).append(draw.oneIn(9) ? "\n" : "\r\n");
		}
		return text.append(draw.oneIn(9) ? "" : "\r\n").append(draw.pick(BODIES)).toString();
	}

	/**
	 * Draws the status, headers and content type around a body.
	 */
	public static Answer around(byte[] body, Draw draw) {
		int status = STATUSES[draw.between(0, STATUSES.length - 1)];
		StringBuilder headers = new StringBuilder();
		if (!draw.oneIn(8)) {
			headers.append("Content-Type: ").append(draw.oneIn(4) ? draw.pick(TYPES) : draw.pick(JSON)).append("\r\n");
		}
		for (int i = draw.between(0, 3); i > 0; i--) {
			headers.append(draw.pick(OTHER_HEADERS)).append(": ").append(value(draw)).append("\r\n");
		}
		return new Answer(status, headers.toString(), new String(body, StandardCharsets.ISO_8859_1));
	}

	/**
	 * The value of a header, in Latin-1 and without line breaks.
	 */
	public static String value(Draw draw) {
		return draw.oneIn(3) ? Garbage.text(draw).replaceAll("[^\t -~\u00a0-\u00ff]", "\u00ff") : draw.pick(VALUES);
	}

	/**
	 * The answer as it goes over the wire, a character for each byte.
	 */
	public String text() {
		boolean none = this.status == 204 || this.status == 304;
		return "HTTP/1.1 " + this.status + " X\r\n" + this.headers + "Content-Length: "
				+ (none ? 0 : this.body.length()) + "\r\n\r\n" + (none ? "" : this.body);
	}

	public byte[] bytes() {
		return this.body.getBytes(StandardCharsets.ISO_8859_1);
	}

	@Override
	public String toString() {
		String text = text();
		return JsonGarbage
			.quoted((text.length() > 3_000) ? text.substring(0, 3_000) + "... (" + text.length() + ")" : text);
	}

}
