package org.nangospring.client.operation;

import java.util.List;
import java.util.Map;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metadata of connections.
 */
final class MetadataOperations {

	private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {
	};

	private static final String ECHO = """
			{"connection_id":"conn-1","provider_config_key":"github","metadata":{"lang":"fr"}}""";

	private MetadataOperations() {
	}

	static List<Operation> all() {
		return List.of(metadata(), typed(), generic(), set(), update(), setMany(), updateMany());
	}

	private static Operation metadata() {
		return read("as a map").blocking((nango) -> nango.connection("github", "conn-1").metadata())
			.reactive((nango) -> nango.connection("github", "conn-1").metadata())
			.checks((result) -> assertThat(result).isEqualTo(Map.of("lang", "de", "depth", Map.of("a", List.of(1)))));
	}

	private static Operation typed() {
		return read("as a record").blocking((nango) -> nango.connection("github", "conn-1").metadata(Settings.class))
			.reactive((nango) -> nango.connection("github", "conn-1").metadata(Settings.class))
			.checks((result) -> assertThat(result).isEqualTo(new Settings("de", Map.of("a", List.of(1)))));
	}

	private static Operation generic() {
		return read("as a generic type").blocking((nango) -> nango.connection("github", "conn-1").metadata(MAP))
			.reactive((nango) -> nango.connection("github", "conn-1").metadata(MAP))
			.checks((result) -> assertThat(result).isEqualTo(Map.of("lang", "de", "depth", Map.of("a", List.of(1)))));
	}

	private static Operation set() {
		return write("connections.setMetadata", "of one connection", "POST", 201)
			.blockingVoid((nango) -> nango.connection("github", "conn-1").setMetadata(new Settings("fr", Map.of())))
			.reactive((nango) -> nango.connection("github", "conn-1").setMetadata(new Settings("fr", Map.of())))
			.body("""
					{"provider_config_key":"github","connection_id":"conn-1","metadata":{"lang":"fr","depth":{}}}""");
	}

	private static Operation update() {
		return write("connections.updateMetadata", "of one connection", "PATCH", 200)
			.blockingVoid((nango) -> nango.connection("github", "conn-1").updateMetadata(Map.of("lang", "fr")))
			.reactive((nango) -> nango.connection("github", "conn-1").updateMetadata(Map.of("lang", "fr")))
			.body("""
					{"provider_config_key":"github","connection_id":"conn-1","metadata":{"lang":"fr"}}""");
	}

	private static Operation setMany() {
		return write("connections.setMetadata", "of several connections", "POST", 201).blockingVoid(
				(nango) -> nango.connections().setMetadata("github", List.of("conn-1", "conn-2"), Map.of("lang", "fr")))
			.reactive((nango) -> nango.connections()
				.setMetadata("github", List.of("conn-1", "conn-2"), Map.of("lang", "fr")))
			.body("""
					{"provider_config_key":"github","connection_id":["conn-1","conn-2"],"metadata":{"lang":"fr"}}""");
	}

	private static Operation updateMany() {
		return write("connections.updateMetadata", "of several connections", "PATCH", 200)
			.blockingVoid((nango) -> nango.connections()
				.updateMetadata("github", List.of("conn-1", "conn-2"), Map.of("lang", "fr")))
			.reactive((nango) -> nango.connections()
				.updateMetadata("github", List.of("conn-1", "conn-2"), Map.of("lang", "fr")))
			.body("""
					{"provider_config_key":"github","connection_id":["conn-1","conn-2"],"metadata":{"lang":"fr"}}""");
	}

	private static Operation read(String description) {
		return Operation.of("connections.metadata", description)
			.sends("GET", "/connections/conn-1?provider_config_key=github")
			.safe()
			.answered(200, ConnectionOperations.ONE);
	}

	private static Operation write(String name, String description, String method, int status) {
		return Operation.of(name, description)
			.sends(method, "/connections/metadata")
			.safe()
			.expects(Operation.Expects.SUCCESS)
			.answered(status, ECHO)
			.checks((result) -> assertThat(result).isNull());
	}

	record Settings(String lang, Map<String, Object> depth) {
	}

}
