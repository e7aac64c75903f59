package org.nangospring.sample.nango;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The integrations of the environment.
 */
final class IntegrationStore {

	private final List<Integration> integrations = new ArrayList<>();

	List<Integration> all() {
		return this.integrations.stream().sorted(Comparator.comparing(Integration::uniqueKey)).toList();
	}

	@Nullable Integration find(String uniqueKey) {
		for (Integration integration : this.integrations) {
			if (integration.uniqueKey().equals(uniqueKey)) {
				return integration;
			}
		}
		return null;
	}

	boolean has(String uniqueKey) {
		return find(uniqueKey) != null;
	}

	Integration add(Integration integration) {
		this.integrations.add(integration);
		return integration;
	}

	void remove(Integration integration) {
		this.integrations.remove(integration);
	}

}
