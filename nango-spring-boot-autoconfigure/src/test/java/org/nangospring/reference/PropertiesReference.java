package org.nangospring.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.nangospring.autoconfigure.NangoProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ClassUtils;

/**
 * Writes all properties, from what Spring Boot's annotation processor made of them.
 */
final class PropertiesReference {

	private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

	private static final String CLIENT = "[Configuration](../configuration.md)";

	/** From the more special to the more general. */
	private static final List<Section> SECTIONS = List.of(
			new Section("Limits on time", "nango\\.timeout\\..*", "[Errors and retries](../errors.md#limits)"),
			new Section("Connections", "nango\\.pool\\..*", "[Errors and retries](../errors.md#limits)"),
			new Section("Retries", "nango\\.retry\\..*", "[Errors and retries](../errors.md#what-is-repeated)"),
			new Section("Encryption", "nango\\.ssl\\..*",
					"[Encrypted connections](../configuration.md#encrypted-connections)"),
			new Section("HTTP proxy", "nango\\.http-proxy\\..*", "[HTTP proxy](../configuration.md#http-proxy)"),
			new Section("Webhooks", "nango\\.webhook\\..*", "[Webhooks](../webhooks.md)"),
			new Section("Record listeners", "nango\\.listeners\\..*", "[Record listeners](../listeners.md)"),
			new Section("Health and actuator", "nango\\.health\\..*|management\\..*",
					"[Health](../configuration.md#health) and [actuator](../configuration.md#actuator)"),
			new Section("Client", "nango\\.[a-z-]+", CLIENT));

	private static final List<String> ORDER = List.of("Client", "Limits on time", "Connections", "Retries",
			"Encryption", "HTTP proxy", "Webhooks", "Record listeners", "Health and actuator");

	private static final Pattern PACKAGE = Pattern.compile("(?:[a-z]\\w*\\.)+(?=[A-Z])");

	private PropertiesReference() {
	}

	static String page() {
		Markdown page = new Markdown("Properties",
				"Every property with its type and what it is when nothing sets it. [Configuration](../configuration.md)"
						+ " explains how they work together.");
		List<JsonNode> properties = properties();
		ORDER.forEach((title) -> {
			Section section = SECTIONS.stream().filter((each) -> each.title.equals(title)).findFirst().orElseThrow();
			page.section(title).paragraph("See " + section.guide + ".").header("Property", "Type", "Default", "");
			properties.stream()
				.filter((property) -> section(property) == section)
				.forEach((property) -> page.row(Markdown.code(name(property)), type(property), value(property),
						property.path("description").asString()));
			page.endOfTable();
		});
		return page.toString();
	}

	private static List<JsonNode> properties() {
		// several jars have such a file, but the classes of the module come first
		return JsonMapper.shared()
			.readTree(NangoProperties.class.getResourceAsStream(METADATA))
			.path("properties")
			.valueStream()
			.sorted(Comparator.comparing(PropertiesReference::name))
			.toList();
	}

	private static Section section(JsonNode property) {
		return SECTIONS.stream()
			.filter((section) -> name(property).matches(section.names))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"PropertiesReference has no section for the property " + name(property)));
	}

	private static String name(JsonNode property) {
		return property.path("name").asString();
	}

	private static String type(JsonNode property) {
		String type = property.path("type").asString();
		if (!type.contains("<")) {
			Class<?> known = ClassUtils.resolveClassName(type, PropertiesReference.class.getClassLoader());
			if (known.isEnum()) {
				return Markdown.codes(Arrays.stream(known.getEnumConstants())
					.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
					.toList());
			}
		}
		return Markdown.code(PACKAGE.matcher(type).replaceAll("").replace(",", ", "));
	}

	private static String value(JsonNode property) {
		JsonNode value = property.path("defaultValue");
		return value.isMissingNode() ? "" : Markdown.code(value.asString().replaceFirst("\\.0$", ""));
	}

	/**
	 * Properties that belong together.
	 *
	 * @param title what stands above them
	 * @param names matches their names
	 * @param guide where they are explained
	 */
	private record Section(String title, String names, String guide) {
	}

}
