package org.nangospring.autoconfigure.container;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;

/**
 * A service as Docker Compose describes it.
 *
 * @param imageName the image it was made from
 * @param insidePort the port inside of the container
 * @param outsidePort where that is published
 * @param env its variables
 * @param labels its labels
 */
record FakeService(String imageName, int insidePort, int outsidePort, Map<String, @Nullable String> env,
		Map<String, String> labels) implements RunningService {

	@Override
	public String name() {
		return "nango-server";
	}

	@Override
	public ImageReference image() {
		return ImageReference.of(this.imageName);
	}

	@Override
	public String host() {
		return "127.0.0.1";
	}

	@Override
	public ConnectionPorts ports() {
		return new ConnectionPorts() {

			@Override
			public int get(int containerPort) {
				if (containerPort != FakeService.this.insidePort) {
					throw new IllegalStateException("Nothing is at port " + containerPort);
				}
				return FakeService.this.outsidePort;
			}

			@Override
			public List<Integer> getAll() {
				return List.of(FakeService.this.outsidePort);
			}

			@Override
			public List<Integer> getAll(@Nullable String protocol) {
				return getAll();
			}

		};
	}

}
