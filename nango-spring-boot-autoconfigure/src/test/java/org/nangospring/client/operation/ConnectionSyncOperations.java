package org.nangospring.client.operation;

import java.util.List;
import java.util.Map;

import org.nangospring.client.sync.SyncMode;
import org.nangospring.client.sync.SyncVariant;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Syncs of one connection.
 */
final class ConnectionSyncOperations {

	private ConnectionSyncOperations() {
	}

	static List<Operation> all() {
		return List.of(
				command("syncs.trigger", "two", "/sync/trigger", "\"issues\",\"users\"")
					.blockingVoid((nango) -> nango.connection("github", "conn-1").syncs().trigger("issues", "users"))
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().trigger("issues", "users")),
				command("syncs.trigger", "all", "/sync/trigger", "")
					.blockingVoid((nango) -> nango.connection("github", "conn-1").syncs().triggerAll())
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().triggerAll()),
				trigger("that starts anew", "\"issues\"", """
						"opts":{"reset":true,"emptyCache":true}""")
					.blockingVoid((nango) -> nango.connection("github", "conn-1")
						.syncs()
						.trigger((trigger) -> trigger.sync("issues").reset().emptyCache()))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.syncs()
						.trigger((trigger) -> trigger.sync("issues").reset().emptyCache())),
				trigger("all in an older mode", "", """
						"sync_mode":"full_refresh_and_clear_cache\"""")
					.blockingVoid((nango) -> nango.connection("github", "conn-1")
						.syncs()
						.trigger((trigger) -> trigger.mode(SyncMode.FULL_REFRESH_AND_CLEAR_CACHE)))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.syncs()
						.trigger((trigger) -> trigger.mode(SyncMode.FULL_REFRESH_AND_CLEAR_CACHE))),
				variant("createVariant", "POST").answered(200, """
						{"id":"v-1","name":"issues","variant":"eu","new_field":1}""")
					.blocking((nango) -> nango.connection("github", "conn-1").syncs().createVariant("issues", "eu"))
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().createVariant("issues", "eu"))
					.checks((result) -> assertThat(result).isInstanceOfSatisfying(SyncVariant.class, (variant) -> {
						assertThat(variant.id()).isEqualTo("v-1");
						assertThat(variant.name()).isEqualTo("issues");
						assertThat(variant.variant()).isEqualTo("eu");
						assertThat(variant.additionalProperties()).isEqualTo(Map.of("new_field", 1));
					})),
				variant("deleteVariant", "DELETE").answered(200, SyncOperations.SUCCESS)
					.expects(Operation.Expects.SUCCESS)
					.blockingVoid((nango) -> nango.connection("github", "conn-1").syncs().deleteVariant("issues", "eu"))
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().deleteVariant("issues", "eu"))
					.checks((result) -> assertThat(result).isNull()),
				command("syncs.start", "one", "/sync/start", "\"issues\"").safe()
					.blockingVoid((nango) -> nango.connection("github", "conn-1").syncs().start("issues"))
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().start("issues")),
				command("syncs.start", "all", "/sync/start", "").safe()
					.blockingVoid((nango) -> nango.connection("github", "conn-1").syncs().startAll())
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().startAll()),
				command("syncs.pause", "one", "/sync/pause", "\"issues\"").safe()
					.blockingVoid((nango) -> nango.connection("github", "conn-1").syncs().pause("issues"))
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().pause("issues")),
				command("syncs.pause", "all", "/sync/pause", "").safe()
					.blockingVoid((nango) -> nango.connection("github", "conn-1").syncs().pauseAll())
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().pauseAll()),
				status("of all", "%2A").blocking((nango) -> nango.connection("github", "conn-1").syncs().status())
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().status()),
				status("of one", "issues")
					.blocking((nango) -> nango.connection("github", "conn-1").syncs().status("issues"))
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().status("issues")),
				frequency("to another", "\"every 6 hours\"")
					.blocking((nango) -> nango.connection("github", "conn-1")
						.syncs()
						.updateFrequency("issues", "every 6 hours"))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.syncs()
						.updateFrequency("issues", "every 6 hours")),
				frequency("to the default", "null")
					.blocking((nango) -> nango.connection("github", "conn-1").syncs().resetFrequency("issues"))
					.reactive((nango) -> nango.connection("github", "conn-1").syncs().resetFrequency("issues")));
	}

	private static Operation variant(String name, String method) {
		return Operation.of("syncs." + name, "of one connection").sends(method, "/sync/issues/variant/eu").body("""
				{"provider_config_key":"github","connection_id":"conn-1"}""");
	}

	private static Operation trigger(String description, String syncs, String options) {
		return command("syncs.trigger", description, "/sync/trigger", syncs).body("""
				{"provider_config_key":"github","connection_id":"conn-1","syncs":[%s],%s}""".formatted(syncs, options));
	}

	private static Operation command(String name, String description, String path, String syncs) {
		return Operation.of(name, description + " for one connection")
			.sends("POST", path)
			.body("""
					{"provider_config_key":"github","connection_id":"conn-1","syncs":[%s]}""".formatted(syncs))
			.expects(Operation.Expects.SUCCESS)
			.answered(200, SyncOperations.SUCCESS)
			.checks((result) -> assertThat(result).isNull());
	}

	private static Operation status(String description, String syncs) {
		return Operation.of("syncs.status", description + " for one connection")
			.sends("GET", "/sync/status?provider_config_key=github&syncs=" + syncs + "&connection_id=conn-1")
			.safe()
			.answered(200, SyncOperations.STATUS)
			.checks(SyncOperations::isStatus);
	}

	private static Operation frequency(String description, String frequency) {
		return Operation.of("syncs.updateFrequency", description)
			.sends("PUT", "/sync/update-connection-frequency")
			.body("""
					{"provider_config_key":"github","connection_id":"conn-1","sync_name":"issues","frequency":%s}"""
				.formatted(frequency))
			.safe()
			.answered(200, """
					{"frequency":"6 hours"}""")
			.checks((result) -> assertThat(result).isEqualTo("6 hours"));
	}

}
