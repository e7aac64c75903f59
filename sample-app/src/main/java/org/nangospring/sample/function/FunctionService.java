package org.nangospring.sample.function;

import java.util.List;
import java.util.Objects;

import org.nangospring.client.NangoClient;
import org.nangospring.client.function.FunctionConfig;
import org.nangospring.client.function.IntegrationFunctions;

import org.springframework.stereotype.Service;

/**
 * Finds what is deployed.
 */
@Service
public class FunctionService {

	private final NangoClient nango;

	FunctionService(NangoClient nango) {
		this.nango = nango;
	}

	/**
	 * Finds what is deployed to an integration.
	 * @param integrationId the integration id
	 * @return the models and the actions; both empty when nothing is deployed
	 */
	public DeployedFunctions of(String integrationId) {
		return this.nango.functions()
			.scriptsConfig()
			.stream()
			.filter((functions) -> functions.integrationId().equals(integrationId))
			.findFirst()
			.map(FunctionService::view)
			.orElse(DeployedFunctions.NONE);
	}

	private static DeployedFunctions view(IntegrationFunctions functions) {
		List<String> models = functions.syncs().stream().flatMap((sync) -> sync.returns().stream()).distinct().toList();
		return new DeployedFunctions(models, functions.actions().stream().map(FunctionService::view).toList());
	}

	private static DeployedFunctions.ActionView view(FunctionConfig action) {
		return new DeployedFunctions.ActionView(action.name(), Objects.requireNonNullElse(action.description(), ""),
				ExampleInput.of(action));
	}

}
