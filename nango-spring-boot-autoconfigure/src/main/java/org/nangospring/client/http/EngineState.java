package org.nangospring.client.http;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How an engine is set up and how it is doing. Has no key, and nothing of what was sent
 * or answered.
 *
 * @param settings what the engine was made with; its {@link EngineSettings#secretKey()
 * key} is not for showing
 * @param interceptors the classes of the interceptors, in their order
 * @param retryPolicy the class of the application's retry policy, or null
 * @param errorMappers the classes of the mappers of failures, in their order
 * @param pool how much of the pool is in use, or null when that is not measured
 * @param budgetLeft how many repeats the budget has room for
 * @param lastErrors how the last call that failed of each operation failed
 */
public record EngineState(EngineSettings settings, List<String> interceptors, @Nullable String retryPolicy,
		List<String> errorMappers, @Nullable PoolUsage pool, double budgetLeft, Map<String, LastError> lastErrors) {

	static List<String> classes(List<?> objects) {
		return objects.stream().map((object) -> object.getClass().getName()).toList();
	}

	@Override
	public String toString() {
		return "EngineState[" + this.settings.host() + "]";
	}

}
