package org.nangospring.sample.nango;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataApiTests {

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void settingReplacesTheMetadata() {
		Caller.Reply reply = set("{'connection_id':'acme-github','provider_config_key':'github','metadata':{'a':1}}");
		assertThat(reply.status()).isEqualTo(201);
		assertThat(reply.text("/connection_id")).isEqualTo("acme-github");
		assertThat(metadata("acme-github")).hasToString("{\"a\":1}");
	}

	@Test
	void patchingKeepsTheRestAndEchoesThePatch() {
		Caller.Reply reply = patch(
				"{'connection_id':'acme-github','provider_config_key':'github','metadata':{'language':null,'b':[2]}}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.at("/metadata")).hasToString("{\"language\":null,\"b\":[2]}");
		assertThat(metadata("acme-github"))
			.hasToString("{\"repository\":\"acme/widgets\",\"language\":null,\"b\":[2]}");
	}

	@Test
	void severalConnectionsCanBeSetAtOnce() {
		Caller.Reply reply = set(
				"{'connection_id':['acme-github','globex-github'],'provider_config_key':'github','metadata':{'a':1}}");
		assertThat(reply.at("/connection_id").size()).isEqualTo(2);
		assertThat(metadata("acme-github")).hasToString("{\"a\":1}");
		assertThat(metadata("globex-github")).hasToString("{\"a\":1}");
	}

	@Test
	void oneUnknownConnectionLeavesTheOthersAlone() {
		Caller.Reply reply = set(
				"{'connection_id':['globex-github','nope'],'provider_config_key':'github','metadata':{'a':1}}");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.text("/error/code")).isEqualTo("unknown_connection");
		assertThat(reply.text("/error/message")).contains("connection id nope").contains("No actions were taken");
		assertThat(metadata("globex-github")).hasToString("{\"repository\":\"globex/widgets\"}");
	}

	@Test
	void unknownConnectionIsNotFound() {
		Caller.Reply reply = patch("{'connection_id':'nope','provider_config_key':'github','metadata':{}}");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.text("/error/message")).doesNotContain("No actions were taken");
	}

	@Test
	void metadataMustBeAnObject() {
		Caller.Reply reply = set("{'connection_id':'acme-github','provider_config_key':'github','metadata':'text'}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/errors/0/message")).isEqualTo("Invalid input: expected record, received string");
		assertThat(set("{'connection_id':'acme-github','provider_config_key':'github','metadata':null}")
			.text("/error/errors/0/message")).isEqualTo("Invalid input: expected record, received null");
	}

	@Test
	void connectionMustBeNamed() {
		Caller.Reply reply = set("{'provider_config_key':'github','metadata':{}}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/errors/0/path/0")).isEqualTo("connection_id");
	}

	private Caller.Reply set(String body) {
		return this.caller.json("POST", "/connections/metadata", body);
	}

	private Caller.Reply patch(String body) {
		return this.caller.json("PATCH", "/connections/metadata", body);
	}

	private JsonNode metadata(String connectionId) {
		return this.caller.get("/connections/" + connectionId + "?provider_config_key=github").at("/metadata");
	}

}
