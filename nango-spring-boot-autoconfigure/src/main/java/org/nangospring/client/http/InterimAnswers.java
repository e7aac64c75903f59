package org.nangospring.client.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import reactor.netty.NettyPipeline;

/**
 * Drops what a server says before its answer, such as 103 Early Hints, which Reactor
 * Netty would take for the answer. It knows 100 and 101 itself.
 */
final class InterimAnswers extends ChannelInboundHandlerAdapter {

	private boolean dropping;

	static void dropOn(Channel channel) {
		if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
			channel.pipeline().addAfter(NettyPipeline.HttpCodec, "nango.interimAnswers", new InterimAnswers());
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpResponse response && isInterim(response)) {
			this.dropping = true;
		}
		if (!this.dropping) {
			context.fireChannelRead(message);
			return;
		}
		ReferenceCountUtil.release(message);
		if (message instanceof LastHttpContent) {
			this.dropping = false;
			// nobody else would ask for what follows
			context.read();
		}
	}

	private static boolean isInterim(HttpResponse response) {
		return response.status().codeClass() == HttpStatusClass.INFORMATIONAL && response.status().code() > 101;
	}

}
