package org.nangospring.autoconfigure.container;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Makes the connection details of a Nango server that Testcontainers has started.
 */
final class NangoContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, NangoConnectionDetails> {

	NangoContainerConnectionDetailsFactory() {
		super(NangoServerContainer.CONNECTION_NAMES);
	}

	@Override
	protected NangoConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new Details(source);
	}

	private static final class Details extends ContainerConnectionDetails<Container<?>>
			implements NangoConnectionDetails {

		Details(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public URI getHost() {
			int port = getContainer().getMappedPort(server().port());
			return NangoServerContainer.address(getContainer().getHost(), port, getSslBundle() != null);
		}

		@Override
		public @Nullable String getSecretKey() {
			return server().secretKey();
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return super.getSslBundle();
		}

		private NangoServerContainer server() {
			Map<String, String> labels = (getContainer() instanceof GenericContainer<?> generic) ? generic.getLabels()
					: Map.of();
			return new NangoServerContainer(getContainer().getEnvMap(), labels);
		}

	}

}
