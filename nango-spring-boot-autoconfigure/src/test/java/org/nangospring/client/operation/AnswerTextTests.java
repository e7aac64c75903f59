package org.nangospring.client.operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.client.connection.EndUser;
import org.nangospring.client.function.FunctionConfig;
import org.nangospring.client.sync.SyncStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What answers show of themselves in logs.
 */
class AnswerTextTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@Test
	void aPersonShowsNoMoreThanAnId() {
		FIXTURE.answersJson("""
				{"id":1,"connection_id":"c","provider_config_key":"github","provider":"github","credentials":{},
				"end_user":{"id":"u1","email":"uma@acme.test","display_name":"Uma","tags":{"team":"secret"},
				"organization":{"id":"o1","display_name":"Acme"},"more":"secret"}}""");
		EndUser user = FIXTURE.nango().connection("github", "c").get().endUser();
		assertThat(user).hasToString("EndUser[id=u1]");
		assertThat(user.email()).isEqualTo("uma@acme.test");
		assertThat(user.organization()).hasToString("Organization[id=o1]");
	}

	@Test
	void aSyncDoesNotShowItsCheckpoint() {
		FIXTURE.answersJson("""
				{"syncs":[{"id":"s1","name":"issues","variant":"base","status":"SUCCESS",
				"checkpoint":{"last":"secret"},"more":"secret"}]}""");
		SyncStatus status = FIXTURE.nango().connection("github", "c").syncs().status().get(0);
		assertThat(status.toString()).startsWith("SyncStatus[name=issues, variant=base, status=")
			.doesNotContain("secret");
	}

	@Test
	void aFunctionDoesNotShowItsSchemas() {
		FIXTURE.answersJson("""
				[{"providerConfigKey":"github","syncs":[],"actions":[{"name":"create-issue","type":"action",
				"version":"1.2","json_schema":{"big":"schema"},"models":[{"name":"big"}]}]}]""");
		FunctionConfig function = FIXTURE.nango().functions().scriptsConfig().get(0).actions().get(0);
		assertThat(function).hasToString("FunctionConfig[name=create-issue, type=action, version=1.2]");
	}

}
