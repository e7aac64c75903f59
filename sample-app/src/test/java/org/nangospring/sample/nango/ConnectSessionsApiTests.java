package org.nangospring.sample.nango;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectSessionsApiTests {

	private final Caller caller = new Caller();

	@AfterEach
	void close() {
		this.caller.close();
	}

	@Test
	void sessionIsMadeReadAndEnded() {
		Caller.Reply created = create("{'tags':{'projectId':'123'},'allowed_integrations':['slack']}");
		assertThat(created.status()).isEqualTo(201);
		String token = created.text("/data/token");
		assertThat(token).matches("nango_connect_session_[0-9a-f]{64}");
		assertThat(created.text("/data/connect_link")).endsWith("?session_token=" + token);
		assertThat(created.text("/data/expires_at")).isEqualTo("2026-06-01T10:30:00.000Z");
		assertThat(session("GET", token).text("/data/allowed_integrations/0")).isEqualTo("slack");
		assertThat(session("DELETE", token).status()).isEqualTo(204);
		assertThat(session("DELETE", token).text("/error/code")).isEqualTo("unknown_connect_session_token");
	}

	@Test
	void sessionEndsByItself() {
		String token = create("{}").text("/data/token");
		this.caller.clock().advance(Duration.ofMinutes(30));
		assertThat(session("GET", token).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'allowed_integrations':['nope']} | allowed_integrations | Integration does not exist",
			"{'integrations_config_defaults':{'nope':{}}} | integrations_config_defaults | Integration does not exist",
			"{'end_user':{'id':'u','email':'a@bc'}} | end_user | Invalid email address",
			"{'tags':{'a':'','b':'','c':'','d':'','e':'','f':'','g':'','h':'','i':'','j':'','k':''}} | tags | Tags cannot contain more than 10 keys" })
	void wrongInputIsRefused(String body, String path, String message) {
		Caller.Reply reply = create(body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text("/error/errors/0/path/0")).isEqualTo(path);
		assertThat(reply.text("/error/errors/0/message")).isEqualTo(message);
	}

	@Test
	void keyIsNeededToMakeOne() {
		assertThat(this.caller
			.send(this.caller.anonymous("/connect/sessions", "Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{}")))
			.status()).isEqualTo(401);
	}

	@Test
	void connectionHasTheTagsAndTheUserOfItsSession() {
		String token = create("{'end_user':{'id':'u1','email':'u1@acme.example'},'tags':{'Team':'x'}}")
			.text("/data/token");
		assertThat(submit(token, "slack", "acme").status()).isEqualTo(200);
		Caller.Reply found = this.caller.get("/connections?tags%5Bend_user_id%5D=u1");
		assertThat(found.text("/connections/0/provider_config_key")).isEqualTo("slack");
		assertThat(found.text("/connections/0/tags/team")).isEqualTo("x");
		assertThat(found.text("/connections/0/end_user/email")).isEqualTo("u1@acme.example");
		assertThat(submit(token, "slack", "acme").status()).isEqualTo(401);
	}

	@Test
	void onlyAllowedIntegrationsAndPlainNamesOfAccountsAreTaken() {
		String token = create("{'allowed_integrations':['slack']}").text("/data/token");
		assertThat(submit(token, "github", "acme").status()).isEqualTo(400);
		assertThat(submit(token, "slack", "%3Cscript%3E").status()).isEqualTo(400);
		assertThat(submit(token, "slack", "acme").body()).contains("Connected");
	}

	@Test
	void pageIsNotKeptAndSendsItsAddressNowhere() {
		URI link = URI.create(create("{}").text("/data/connect_link"));
		Caller.Reply page = this.caller.send(this.caller.anonymous(link.getRawPath() + "?" + link.getRawQuery()).GET());
		assertThat(page.body()).contains("<select", "Google Drive", "Slack", "<code>large</code>");
		assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
		assertThat(page.header("cache-control")).isEqualTo("no-store");
	}

	@Test
	void consentGivenAgainReplacesTheCredentialsOfTheConnection() {
		int id = revoked().at("/connections/0/id").asInt();
		String token = reconnect("globex-slack-revoked", "slack").text("/data/token");
		assertThat(session("GET", token).at("/data/isReconnecting").asBoolean()).isTrue();
		assertThat(this.caller.send(this.caller.anonymous("/connect-ui?session_token=" + token).GET()).body())
			.contains("Connect Slack again", "globex", "Give consent again")
			.doesNotContain("<select");
		assertThat(post("session_token=" + token).body()).contains("Connected again");
		assertThat(revoked().at("/connections")).hasSize(1);
		assertThat(revoked().at("/connections/0/id").asInt()).isEqualTo(id);
		assertThat(revoked().at("/connections/0/errors")).isEmpty();
		assertThat(this.caller.get("/connections/globex-slack-revoked?provider_config_key=slack").status())
			.isEqualTo(200);
		assertThat(this.caller.get("/sync/status?provider_config_key=slack&connection_id=globex-slack-revoked&syncs=*")
			.at("/syncs")).hasSize(2);
		assertThat(post("session_token=" + token).status()).isEqualTo(401);
	}

	@Test
	void connectionTakesOverTheTagsOfTheSessionThatRenewsIt() {
		String token = this.caller
			.json("POST", "/connect/sessions/reconnect",
					"{'connection_id':'acme-slack','integration_id':'slack','tags':{'Team':'sales'}}")
			.text("/data/token");
		post("session_token=" + token);
		Caller.Reply found = this.caller.get("/connections?connectionId=acme-slack");
		assertThat(found.text("/connections/0/tags/team")).isEqualTo("sales");
		assertThat(found.text("/connections/0/tags/plan")).isEqualTo("pro");
	}

	@ParameterizedTest
	@CsvSource({ "nope, slack", "acme-slack, nope", "acme-slack, github" })
	void connectionThatIsNotThereCannotBeRenewed(String connection, String integration) {
		Caller.Reply reply = reconnect(connection, integration);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body()).isEqualTo(
				"{\"error\":{\"code\":\"invalid_body\",\"message\":\"ConnectionID or IntegrationId does not exists\"}}");
	}

	@Test
	void linkToRenewAConnectionEndsWithTheConnection() {
		String token = reconnect("acme-slack", "slack").text("/data/token");
		this.caller.delete("/connections/acme-slack?provider_config_key=slack");
		assertThat(this.caller.send(this.caller.anonymous("/connect-ui?session_token=" + token).GET()).status())
			.isEqualTo(401);
		assertThat(post("session_token=" + token).status()).isEqualTo(401);
	}

	private Caller.Reply revoked() {
		return this.caller.get("/connections?connectionId=globex-slack-revoked");
	}

	private Caller.Reply reconnect(String connection, String integration) {
		return this.caller.json("POST", "/connect/sessions/reconnect",
				"{'connection_id':'" + connection + "','integration_id':'" + integration + "'}");
	}

	private Caller.Reply create(String body) {
		return this.caller.json("POST", "/connect/sessions", body);
	}

	private Caller.Reply session(String method, String token) {
		return this.caller.send(this.caller.anonymous("/connect/session", "Authorization", "Bearer " + token)
			.method(method, BodyPublishers.noBody()));
	}

	private Caller.Reply submit(String token, String integration, String account) {
		return post("session_token=" + token + "&integration=" + integration + "&account=" + account);
	}

	private Caller.Reply post(String form) {
		return this.caller
			.send(this.caller.anonymous("/connect-ui", "Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form)));
	}

}
