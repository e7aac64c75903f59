package org.nangospring.autoconfigure.container;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoConnectionDetails;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;

/**
 * Makes the connection details of a Nango server that Docker Compose has started.
 */
final class NangoDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<NangoConnectionDetails> {

	NangoDockerComposeConnectionDetailsFactory() {
		super(NangoServerContainer.CONNECTION_NAMES.toArray(String[]::new));
	}

	@Override
	protected NangoConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new Details(source.getRunningService());
	}

	private static final class Details extends DockerComposeConnectionDetails implements NangoConnectionDetails {

		private final RunningService service;

		private final NangoServerContainer container;

		Details(RunningService service) {
			super(service);
			this.service = service;
			this.container = new NangoServerContainer(service.env(), service.labels());
		}

		@Override
		public URI getHost() {
			int port = this.service.ports().get(this.container.port());
			return NangoServerContainer.address(this.service.host(), port, getSslBundle() != null);
		}

		@Override
		public @Nullable String getSecretKey() {
			return this.container.secretKey();
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return getSslBundle(this.service);
		}

	}

}
