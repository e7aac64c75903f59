package org.nangospring.sample.monitoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The health of a part of the application, or of something it depends on.
 *
 * @param name the name that the health endpoint has for it, with a slash between the
 * parts of a longer one
 * @param label what it is, for people
 * @param status {@code UP}, {@code DOWN} and so on
 * @param details what is known, by name
 */
public record HealthPart(String name, String label, String status, Map<String, String> details) {

	private static final Set<String> HIDDEN = Set.of("checkedAt", "validationQuery");

	/**
	 * The details that are worth a look: the rate limit has a tile of its own.
	 * @return the details in their order
	 */
	public Map<String, String> shown() {
		Map<String, String> shown = new LinkedHashMap<>(this.details);
		shown.keySet().removeIf((name) -> name.startsWith("rateLimit.") || HIDDEN.contains(name));
		return shown;
	}

	/**
	 * Whether all is well with it.
	 * @return whether its status is {@code UP}
	 */
	public boolean up() {
		return this.status.equals("UP");
	}

}
