package org.nangospring.sample.monitoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.stereotype.Component;

/**
 * Asks the health endpoint, without going over HTTP.
 */
@Component
class HealthReader {

	// what the application stands on, the most important first
	private static final List<String> NAMES = List.of("nango", "nangoListeners", "db");

	private static final List<String> LABELS = List.of("Nango", "Record listeners", "Database");

	private final HealthEndpoint endpoint;

	HealthReader(HealthEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	List<HealthPart> read() {
		List<HealthPart> all = new ArrayList<>();
		add("", this.endpoint.health(), all);
		all.sort(Comparator.comparingInt((part) -> NAMES.indexOf(first(part.name()))));
		return all;
	}

	private static void add(String name, HealthDescriptor health, List<HealthPart> parts) {
		if (health instanceof CompositeHealthDescriptor composite) {
			Map<String, HealthDescriptor> children = composite.getComponents();
			if (children != null) {
				children.forEach((child, part) -> add(name.isEmpty() ? child : name + "/" + child, part, parts));
			}
		}
		else if (NAMES.contains(first(name))) {
			parts.add(new HealthPart(name, label(name), health.getStatus().getCode(), details(health)));
		}
	}

	private static Map<String, String> details(HealthDescriptor health) {
		Map<String, String> details = new LinkedHashMap<>();
		if (health instanceof IndicatedHealthDescriptor indicated) {
			flatten("", indicated.getDetails(), details);
		}
		return details;
	}

	private static void flatten(String name, Object value, Map<String, String> details) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, it) -> {
				if (it != null) {
					flatten(name.isEmpty() ? String.valueOf(key) : name + "." + key, it, details);
				}
			});
		}
		else {
			details.put(name, value.toString());
		}
	}

	private static String label(String name) {
		String first = first(name);
		String label = LABELS.get(NAMES.indexOf(first));
		return name.equals(first) ? label : label + ": " + name.substring(first.length() + 1);
	}

	private static String first(String name) {
		return name.split("/", 2)[0];
	}

}
