package org.nangospring.client.operation;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.Arguments;

/**
 * Every operation of the client.
 */
public final class OperationCatalog {

	private OperationCatalog() {
	}

	public static List<Operation> all() {
		return Stream
			.of(ProviderOperations.all(), IntegrationOperations.all(), ConnectSessionOperations.all(),
					ActionResultOperations.all(), DryRunOperations.all(), DeploymentOperations.all(),
					EnvironmentsOperations.all(), ConnectionOperations.all(), MetadataOperations.all(),
					RecordOperations.all(), SyncOperations.all(), ConnectionSyncOperations.all(),
					ActionOperations.all(), FunctionOperations.all(), EnvironmentOperations.all(),
					ServerOperations.all(), ProxyOperations.all(), ProxyCallOperations.all())
			.flatMap(List::stream)
			.toList();
	}

	/**
	 * Every operation both ways.
	 */
	static Stream<Arguments> bothWays() {
		return all().stream()
			.flatMap((operation) -> Stream.of(Mode.values()).map((mode) -> Arguments.of(operation, mode)));
	}

}
