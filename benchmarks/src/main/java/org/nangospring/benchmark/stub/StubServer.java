package org.nangospring.benchmark.stub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/**
 * Answers {@code GET /connections}, {@code GET /connections/…} and {@code GET /records}
 * on a free port of the loopback interface, with one thread. {@code GET /usage} tells
 * what it has used so far.
 */
public final class StubServer implements AutoCloseable {

	/**
	 * How many connections there are, {@code conn-1} and so on, all with the same
	 * records.
	 */
	public static final int CONNECTIONS = 50;

	static final String READY = "ready ";

	private final EventLoopGroup eventLoop;

	private final Channel channel;

	private final StubUsage usage;

	private StubServer(EventLoopGroup eventLoop, Channel channel, StubUsage usage) {
		this.eventLoop = eventLoop;
		this.channel = channel;
		this.usage = usage;
	}

	/**
	 * Starts a server.
	 * @param pages how many pages of 1,000 records there are
	 * @return the server
	 */
	public static StubServer start(int pages) {
		boolean epoll = Epoll.isAvailable();
		EventLoopGroup eventLoop = new MultiThreadIoEventLoopGroup(1,
				epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
		StubUsage usage = new StubUsage();
		RecordPages recordPages = new RecordPages(pages);
		Channel channel = new ServerBootstrap().group(eventLoop)
			.channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<>() {
				@Override
				protected void initChannel(Channel connection) {
					connection.pipeline().addLast(new StubHandler(usage, recordPages));
				}
			})
			.bind(InetAddress.getLoopbackAddress(), 0)
			.syncUninterruptibly()
			.channel();
		return new StubServer(eventLoop, channel, usage);
	}

	/**
	 * Where the server is.
	 * @return its address
	 */
	public URI uri() {
		InetSocketAddress address = (InetSocketAddress) this.channel.localAddress();
		return URI.create("http://127.0.0.1:" + address.getPort());
	}

	/**
	 * How many requests it has answered.
	 * @return the number
	 */
	public long requests() {
		return this.usage.requests();
	}

	@Override
	public void close() {
		this.channel.close().syncUninterruptibly();
		this.eventLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

	/**
	 * Runs a server until its standard input ends, so that it never outlives who started
	 * it.
	 * @param args the number of pages
	 * @throws IOException if the standard input cannot be read
	 */
	public static void main(String[] args) throws IOException {
		try (StubServer server = start(Integer.parseInt(args[0]))) {
			System.out.println(READY + server.uri());
			while (System.in.read() >= 0) {
				Thread.onSpinWait();
			}
		}
	}

}
