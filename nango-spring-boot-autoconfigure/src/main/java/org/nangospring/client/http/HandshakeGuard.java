package org.nangospring.client.http;

import javax.net.ssl.SSLException;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import reactor.netty.NettyPipeline;

/**
 * Tells a connection that breaks in the middle of its TLS handshake from one that breaks
 * later: only the first is known not to have carried a request.
 */
final class HandshakeGuard extends ChannelInboundHandlerAdapter {

	static void watch(Channel channel) {
		if (channel.pipeline().get(NettyPipeline.SslHandler) != null) {
			channel.pipeline().addAfter(NettyPipeline.SslHandler, "nango.handshakeGuard", new HandshakeGuard());
		}
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event instanceof SslHandshakeCompletionEvent handshake) {
			context.pipeline().remove(this);
			if (!handshake.isSuccess()) {
				context.fireUserEventTriggered(new SslHandshakeCompletionEvent(telling(handshake.cause())));
				return;
			}
		}
		context.fireUserEventTriggered(event);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		context.fireExceptionCaught(telling(cause));
	}

	/**
	 * What is not TLS is quoted in Netty's message, from where it would get into logs.
	 */
	private static Throwable telling(Throwable cause) {
		if (cause instanceof NotSslRecordException || cause.getCause() instanceof NotSslRecordException) {
			return new NotSslRecordException("not an SSL/TLS record");
		}
		boolean enough = cause instanceof SSLException || cause.getCause() instanceof SSLException
				|| HttpProxyFailures.find(cause) != null;
		return enough ? cause : new HandshakeBrokenException(cause);
	}

}
