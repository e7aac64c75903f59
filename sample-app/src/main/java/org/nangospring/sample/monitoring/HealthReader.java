package org.nangospring.sample.monitoring;

import java.util.ArrayList;
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

	// what matters most comes first, what is not named here comes last
	private static final Map<String, String> LABELS = new LinkedHashMap<>();

	static {
		LABELS.put("nango", "Nango");
		LABELS.put("nangoListeners", "Record listeners");
		LABELS.put("db", "Database");
		LABELS.put("diskSpace", "Disk");
	}

	private final HealthEndpoint endpoint;

	HealthReader(HealthEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	List<HealthPart> read() {
		List<HealthPart> all = new ArrayList<>();
		add("", this.endpoint.health(), all);
		List<String> order = List.copyOf(LABELS.keySet());
		all.sort((first, second) -> Integer.compare(place(order, first), place(order, second)));
		return all;
	}

	private static void add(String name, HealthDescriptor health, List<HealthPart> parts) {
		if (health instanceof CompositeHealthDescriptor composite) {
			Map<String, HealthDescriptor> children = composite.getComponents();
			if (children != null) {
				children.forEach((child, part) -> add(name.isEmpty() ? child : name + "/" + child, part, parts));
			}
		}
		else if (LABELS.containsKey(first(name))) {
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
		String label = LABELS.getOrDefault(first, first);
		return name.equals(first) ? label : label + ": " + name.substring(first.length() + 1);
	}

	private static int place(List<String> order, HealthPart part) {
		return order.indexOf(first(part.name()));
	}

	private static String first(String name) {
		return name.split("/", 2)[0];
	}

}
