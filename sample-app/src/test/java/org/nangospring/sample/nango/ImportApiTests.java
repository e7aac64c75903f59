package org.nangospring.sample.nango;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImportApiTests {

	private static final String KEY = "{'provider_config_key':'notion','connection_id':'n1',"
			+ "'credentials':{'type':'API_KEY','apiKey':'fake-api-key.globex'}}";

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void connectionIsMadeWithAllThatIsToldAboutIt() {
		Caller.Reply reply = this.caller.json("POST", "/connections",
				KEY.replace("'n1',", "'n1','tags':{'Project':'Alpha'},"
						+ "'metadata':{'a':1},'connection_config':{'region':'eu'},'end_user':{'id':'u1'},"));
		assertThat(reply.status()).isEqualTo(201);
		assertThat(reply.text("/tags/project")).isEqualTo("Alpha");
		assertThat(reply.text("/tags/end_user_id")).isEqualTo("u1");
		assertThat(reply.at("/metadata")).hasToString("{\"a\":1}");
		assertThat(reply.at("/connection_config")).hasToString("{\"region\":\"eu\"}");
		assertThat(reply.text("/credentials/apiKey")).isEqualTo("fake-api-key.globex");
		assertThat(reply.text("/created_at")).isEqualTo("2026-06-01T10:00:00.000Z");
		assertThat(this.caller.get("/connections/n1?provider_config_key=notion").text("/created_at"))
			.isEqualTo("2026-06-01T10:00:00.000+00:00");
	}

	@Test
	void idIsMadeWhenThereIsNone() {
		assertThat(this.caller.json("POST", "/connections", KEY.replace("'connection_id':'n1',", ""))
			.text("/connection_id")).matches("[0-9a-f-]{36}");
	}

	@Test
	void connectionThatIsThereKeepsAllButItsCredentials() {
		int id = this.caller.json("POST", "/connections", KEY.replace("'n1',", "'n1','metadata':{'a':1},"))
			.at("/id")
			.asInt();
		this.caller.clock().advance(Duration.ofHours(1));
		Caller.Reply again = this.caller.json("POST", "/connections", KEY.replace("globex", "initech"));
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.at("/id").asInt()).isEqualTo(id);
		assertThat(again.text("/credentials/apiKey")).isEqualTo("fake-api-key.initech");
		assertThat(again.at("/metadata")).hasToString("{\"a\":1}");
		assertThat(again.text("/created_at")).isEqualTo("2026-06-01T10:00:00.000Z");
		assertThat(again.text("/updated_at")).isEqualTo("2026-06-01T11:00:00.000Z");
	}

	@Test
	void integrationWithoutAuthenticationHasEmptyCredentials() {
		this.caller.json("POST", "/integrations", "{'provider':'unauthenticated','unique_key':'open'}");
		Caller.Reply reply = this.caller.json("POST", "/connections",
				"{'provider_config_key':'open','connection_id':'o1','credentials':{'type':'NONE'}}");
		assertThat(reply.status()).isEqualTo(201);
		assertThat(reply.at("/credentials")).isEmpty();
		assertThat(this.caller.get("/connections/o1?provider_config_key=open").at("/credentials")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "{} | 400 | invalid_body",
			"{'nope':1} | 400 | invalid_body",
			"{'provider_config_key':'nope','credentials':{'type':'API_KEY','apiKey':'k'}} | 404 | not_found",
			"{'provider_config_key':'github','credentials':{'type':'API_KEY','apiKey':'k'}} | 400 | invalid_body" })
	void wrongInputIsRefused(String body, int status, String code) {
		Caller.Reply reply = this.caller.json("POST", "/connections", body);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.text("/error/code")).isEqualTo(code);
	}

	@Test
	void refusalsSayWhatIsWrong() {
		assertThat(this.caller.json("POST", "/connections", KEY.replace("notion", "github")).text("/error/message"))
			.isEqualTo("Provider OAUTH2 does not support API_KEY auth");
		assertThat(this.caller.json("POST", "/connections", "{}").text("/error/errors/1/message"))
			.isEqualTo("Invalid input: expected object, received undefined");
		assertThat(this.caller.json("POST", "/connections", KEY.replace("'n1',", "'n1','tags':{'bad key!':'x'},"))
			.at("/error/errors/0/path")).hasToString("[\"tags\",\"bad key!\"]");
		assertThat(this.caller.json("POST", "/connections?x=1", KEY).text("/error/code"))
			.isEqualTo("invalid_query_params");
	}

}
