package org.nangospring.sample.nango;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;

/**
 * A small Nango in this process. It has integrations, connections, records, syncs that
 * run, actions and a provider behind its proxy, all made up and all in memory. What it
 * has and lacks is told by its package.
 * <p>
 * There can be any number of them, also at the same time. All of its threads are daemons;
 * closing it ends them. All methods can be called from any thread.
 */
public final class EmbeddedNango implements AutoCloseable {

	private static final String LOOPBACK = "127.0.0.1";

	private static final String NO_DELAY = "sun.net.httpserver.nodelay";

	// as many as a client has connections, so that slow answers keep nobody else waiting
	private static final int THREADS = 64;

	private static final int IDLE_SECONDS = 10;

	private static final int REQUESTS_PER_MINUTE = 1000;

	private final String secretKey = UUID.randomUUID().toString();

	private final WebhookOutbox webhooks = new WebhookOutbox();

	private final Faults faults = new Faults();

	private final ExecutorService executor;

	private final HttpServer server;

	private final URI host;

	private final ConnectionMemory connections;

	private final Runnable look;

	private EmbeddedNango(HttpServer server, ExecutorService executor, Clock clock) {
		this.server = server;
		this.executor = executor;
		this.host = URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort());
		Workspace workspace = Workspace.seeded(clock, this.host, this.webhooks);
		NangoHandler handler = new NangoHandler(new Authentication(this.secretKey),
				new RateLimit(clock, REQUESTS_PER_MINUTE), Endpoints.of(workspace), this.faults);
		this.connections = new ConnectionMemory(workspace, handler);
		this.look = () -> handler.alone(workspace::settle);
		server.createContext("/", handler);
		server.setExecutor(executor);
	}

	/**
	 * Starts on a free port of loopback, and goes by the time of the machine.
	 * @return the running server, to be closed
	 */
	public static EmbeddedNango start() {
		return start(Clock.systemUTC());
	}

	/**
	 * Starts on a free port of loopback.
	 * @param clock the time it goes by: syncs run, tokens expire and rate limits end as
	 * it moves. It must not go back
	 * @return the running server, to be closed
	 */
	public static EmbeddedNango start(Clock clock) {
		// The JDK's server sends headers and body apart; without this, each answer waits
		// some 40 ms for the client to acknowledge the headers
		if (System.getProperty(NO_DELAY) == null) {
			System.setProperty(NO_DELAY, "true");
		}
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
			ExecutorService executor = executor();
			EmbeddedNango nango = new EmbeddedNango(server, executor, clock);
			// The server's own thread is a daemon only if the thread that starts it is
			CompletableFuture.runAsync(server::start, executor).join();
			return nango;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No port of " + LOOPBACK + " can be opened", ex);
		}
	}

	/**
	 * Where it listens.
	 * @return the base address, without a path
	 */
	public URI host() {
		return this.host;
	}

	/**
	 * The key that it accepts, made at the start.
	 * @return a lower-case UUID
	 */
	public String secretKey() {
		return this.secretKey;
	}

	/**
	 * The key that it signs webhooks with, made at the start.
	 * @return a lower-case UUID, another one than {@link #secretKey()}
	 */
	public String signingKey() {
		return this.webhooks.signingKey();
	}

	/**
	 * Its connections, to be carried over to another run.
	 * @return the connections
	 */
	public ConnectionMemory connections() {
		return this.connections;
	}

	/**
	 * Sends signed webhooks from now on: when a connection is made, has new credentials
	 * or cannot be refreshed, when a sync has run or failed, and when an action that
	 * nobody has waited for has ended. Before, they go nowhere. It looks at the clock
	 * every second, so that they come although nobody asks for anything.
	 * @param address where they go. Its root is also where the page to connect accounts
	 * leads back to
	 */
	public void sendWebhooksTo(URI address) {
		this.webhooks.open(address, this.look);
	}

	/**
	 * What goes wrong: nothing, until somebody plans it.
	 * @return the plans
	 */
	public Faults faults() {
		return this.faults;
	}

	@Override
	public void close() {
		this.webhooks.close();
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	private static ExecutorService executor() {
		ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), EmbeddedNango::daemon);
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "embedded-nango");
		thread.setDaemon(true);
		return thread;
	}

}
