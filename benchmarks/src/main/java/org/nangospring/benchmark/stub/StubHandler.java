package org.nangospring.benchmark.stub;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.ByteProcessor;

/**
 * Reads no more of a request than it has to and answers with what is already there. Knows
 * GET requests only, because they have no body.
 */
final class StubHandler extends ByteToMessageDecoder {

	private static final String CONNECTION = """
			{"id":4711,"connection_id":"conn-1","provider_config_key":"github","provider":"github","errors":[],\
			"end_user":null,"tags":{"organization_id":"acme","end_user_id":"u-1017"},\
			"metadata":{"team":"billing","since":2024},"connection_config":{},"webhook_url_override":null,\
			"created_at":"2026-01-19T07:31:09.214+00:00","updated_at":"2026-03-14T09:26:53.589+00:00",\
			"last_fetched_at":"2026-03-14T10:02:11.030+00:00",\
			"credentials":{"type":"OAUTH2","access_token":"not-a-token-but-as-long-as-one-0123456789",\
			"expires_at":"2030-01-01T00:00:00.000Z","raw":{"access_token":"not-a-token-but-as-long-as-one-0123456789",\
			"token_type":"bearer","scope":"repo,user","expires_in":28800}}}""";

	private static final ByteBuf CONNECTION_ANSWER = fixed("200 OK", CONNECTION);

	private static final ByteBuf LIST_ANSWER = fixed("200 OK", list(StubServer.CONNECTIONS));

	private static final ByteBuf LAST_LIST_ANSWER = fixed("200 OK", list(0));

	private static final ByteBuf NOT_FOUND = fixed("404 Not Found",
			"{\"error\":{\"code\":\"not_found\",\"message\":\"The stub has no such page\"}}");

	private final StubUsage usage;

	private final RecordPages pages;

	StubHandler(StubUsage usage, RecordPages pages) {
		this.usage = usage;
		this.pages = pages;
	}

	@Override
	public void channelActive(ChannelHandlerContext ctx) throws Exception {
		this.usage.connected();
		super.channelActive(ctx);
	}

	@Override
	protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
		int start = in.readerIndex();
		int lineEnd = in.forEachByte(ByteProcessor.FIND_LF);
		int end = endOfHeaders(in, lineEnd);
		if (end < 0) {
			return;
		}
		in.readerIndex(end);
		answer(ctx, in, start, lineEnd);
	}

	/**
	 * The index behind the empty line, or -1 if that has not come yet.
	 */
	private static int endOfHeaders(ByteBuf in, int lineEnd) {
		int lineFeed = lineEnd;
		while (lineFeed >= 0 && lineFeed + 2 < in.writerIndex()) {
			if (in.getByte(lineFeed + 1) == '\r' && in.getByte(lineFeed + 2) == '\n') {
				return lineFeed + 3;
			}
			lineFeed = in.forEachByte(lineFeed + 1, in.writerIndex() - lineFeed - 1, ByteProcessor.FIND_LF);
		}
		return -1;
	}

	private void answer(ChannelHandlerContext ctx, ByteBuf in, int start, int lineEnd) {
		// "GET /" and then the letter that tells the answers apart
		byte letter = in.getByte(start + 5);
		if (letter == 'c') {
			this.usage.answered();
			ctx.write(connections(in, start, lineEnd).duplicate());
		}
		else if (letter == 'r') {
			this.usage.answered();
			String line = in.toString(start, lineEnd - start, StandardCharsets.US_ASCII);
			page(ctx, this.pages.pageAfter(line));
		}
		else if (letter == 'u') {
			ctx.write(fixed("200 OK", this.usage.json()));
		}
		else {
			ctx.write(NOT_FOUND.duplicate());
		}
	}

	private static ByteBuf connections(ByteBuf in, int start, int lineEnd) {
		if (in.getByte(start + "GET /connections".length()) == '/') {
			return CONNECTION_ANSWER;
		}
		String line = in.toString(start, lineEnd - start, StandardCharsets.US_ASCII);
		return line.contains("&page=") && !line.contains("&page=0") ? LAST_LIST_ANSWER : LIST_ANSWER;
	}

	private static String list(int connections) {
		return IntStream.rangeClosed(1, connections)
			.mapToObj((number) -> """
					{"id":%d,"connection_id":"conn-%d","provider_config_key":"github","provider":"github","errors":[],\
					"end_user":null,"tags":{},"metadata":null,"created":"2026-01-19T07:31:09.214+00:00"}"""
				.formatted(number, number))
			.collect(Collectors.joining(",", "{\"connections\":[", "]}"));
	}

	private void page(ChannelHandlerContext ctx, int page) {
		ByteBuf records = this.pages.take(page);
		ctx.write(ascii(head("200 OK", this.pages.contentLength(page)) + this.pages.prefix(page)));
		ctx.write(records.retainedDuplicate()).addListener((sent) -> this.pages.giveBack(records));
		ctx.write(ascii(this.pages.suffix()));
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
		ctx.flush();
		super.channelReadComplete(ctx);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		ctx.close();
	}

	private static ByteBuf fixed(String status, String json) {
		return Unpooled.unreleasableBuffer(ascii(head(status, json.length()) + json));
	}

	private static String head(String status, int contentLength) {
		return "HTTP/1.1 " + status + "\r\nX-RateLimit-Limit: 200000\r\nX-RateLimit-Remaining: 199983\r\n"
				+ "X-RateLimit-Reset: 1795416802\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: "
				+ contentLength + "\r\nETag: W/\"2f1-Yc0mXo1mYk3gq0r8u5ZtP2n7vQs\"\r\n"
				+ "Date: Sat, 14 Mar 2026 10:02:11 GMT\r\nConnection: keep-alive\r\n\r\n";
	}

	private static ByteBuf ascii(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		return Unpooled.directBuffer(bytes.length).writeBytes(bytes);
	}

}
