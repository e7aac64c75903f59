package org.nangospring.autoconfigure.container;

import org.testcontainers.containers.GenericContainer;

/**
 * A container that is a server on this machine instead.
 */
final class FakeContainer extends GenericContainer<FakeContainer> {

	private final int insidePort;

	private final int outsidePort;

	private boolean running;

	FakeContainer(String image, int insidePort, int outsidePort) {
		super(image);
		this.insidePort = insidePort;
		this.outsidePort = outsidePort;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public String getHost() {
		return "127.0.0.1";
	}

	@Override
	public Integer getMappedPort(int port) {
		if (!this.running || port != this.insidePort) {
			throw new IllegalStateException("Nothing is at port " + port);
		}
		return this.outsidePort;
	}

}
