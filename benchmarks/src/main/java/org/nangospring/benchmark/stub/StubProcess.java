package org.nangospring.benchmark.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;

import org.nangospring.benchmark.ChildProcess;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stub in a process of its own, so that what it uses is not counted as a client's.
 */
public final class StubProcess implements AutoCloseable {

	private final ChildProcess process;

	private final URI uri;

	private StubProcess(ChildProcess process, URI uri) {
		this.process = process;
		this.uri = uri;
	}

	/**
	 * Starts the stub.
	 * @param pages how many pages of 1,000 records there are
	 * @return the stub
	 */
	public static StubProcess start(int pages) {
		ChildProcess process = ChildProcess.java("stub", List.of("-Xmx128m"), StubServer.class,
				Integer.toString(pages));
		return new StubProcess(process, URI.create(process.line(StubServer.READY)));
	}

	/**
	 * Where the stub is.
	 * @return its address
	 */
	public URI uri() {
		return this.uri;
	}

	/**
	 * What the stub has used so far.
	 * @return requests and nanoseconds of processor time
	 */
	public Usage usage() {
		try {
			URLConnection connection = this.uri.resolve("/usage").toURL().openConnection();
			return JsonMapper.shared().readValue(connection.getInputStream(), Usage.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.close();
	}

	/**
	 * What a stub has used.
	 *
	 * @param connections the connections that were made to it
	 * @param requests the requests it answered
	 * @param cpuNanos its processor time
	 */
	public record Usage(long connections, long requests, long cpuNanos) {

		/**
		 * The processor time of one request since an earlier look.
		 * @param before the earlier look
		 * @return microseconds
		 */
		public double microsSince(Usage before) {
			return (this.cpuNanos - before.cpuNanos) / 1_000.0 / Math.max(1, this.requests - before.requests);
		}

	}

}
