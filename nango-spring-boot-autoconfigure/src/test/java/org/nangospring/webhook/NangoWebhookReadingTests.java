package org.nangospring.webhook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.action.AsyncAction;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NangoWebhookReadingTests {

	private static final ConnectionReference CONNECTION = new ConnectionReference("github-prod", "conn-1");

	static List<String> samples() {
		return WebhookSamples.all();
	}

	@Test
	void aCreationTellsTheConnectionAndWhoseItIs() {
		AuthWebhook event = read(WebhookSamples.CREATION, AuthWebhook.class);
		assertThat(event.type()).isEqualTo("auth");
		assertThat(event.operation()).isEqualTo(AuthOperation.CREATION);
		assertThat(event.isCreation()).isTrue();
		assertThat(event.isOverride()).isFalse();
		assertThat(event.isRefreshFailure()).isFalse();
		assertThat(event.isSuccess()).isTrue();
		assertThat(event.error()).isNull();
		assertThat(event.connection()).isEqualTo(CONNECTION);
		assertThat(event.tags()).isEqualTo(Map.of("end_user_id", "user-7"));
		assertThat(event.provider()).isEqualTo("github");
		assertThat(event.authMode()).isEqualTo("OAUTH2");
		assertThat(event.environment()).isEqualTo("dev");
		WebhookEndUser user = event.endUser();
		assertThat(user.id()).isEqualTo("user-7");
		assertThat(user.email()).isEqualTo("ada@acme.test");
		assertThat(user.organizationId()).isEqualTo("acme");
		assertThat(user.tags()).isEqualTo(Map.of("plan", "pro"));
		assertThat(user.additionalProperties()).isEmpty();
		assertThat(event.additionalProperties()).isEmpty();
	}

	@Test
	void anOverrideIsNoCreation() {
		AuthWebhook event = read(WebhookSamples.OVERRIDE, AuthWebhook.class);
		assertThat(event.isOverride()).isTrue();
		assertThat(event.isCreation()).isFalse();
		assertThat(event.endUser()).isNull();
		assertThat(event.tags()).isEmpty();
	}

	@Test
	void aRefreshThatFailedTellsWhy() {
		AuthWebhook event = read(WebhookSamples.REFRESH_FAILURE, AuthWebhook.class);
		assertThat(event.isRefreshFailure()).isTrue();
		assertThat(event.isSuccess()).isFalse();
		WebhookError error = event.error();
		assertThat(error.type()).isEqualTo("refresh_token_external_error");
		assertThat(error.description()).isEqualTo("The provider said no");
		assertThat(error.payload()).isNull();
		assertThat(error.additionalProperties()).isEmpty();
		assertThat(event.additionalProperties()).isEmpty();
	}

	@Test
	void aCreationThatFailedIsNoConnection() {
		String failed = WebhookSamples.CREATION.replace("\"success\":true", "\"success\":false");
		assertThat(read(failed, AuthWebhook.class).isCreation()).isFalse();
	}

	@Test
	void aSyncTellsWhatItChangedAndSinceWhen() {
		SyncWebhook event = read(WebhookSamples.SYNC, SyncWebhook.class);
		assertThat(event.type()).isEqualTo("sync");
		assertThat(event.connection()).isEqualTo(CONNECTION);
		assertThat(event.syncName()).isEqualTo("issues");
		assertThat(event.syncVariant()).isEqualTo("eu");
		assertThat(event.syncType()).isEqualTo("INITIAL");
		assertThat(event.model()).isEqualTo("Issue");
		assertThat(event.isSuccess()).isTrue();
		assertThat(event.error()).isNull();
		assertThat(event.modifiedAfter()).isEqualTo(Instant.parse("2026-11-20T06:53:02.491Z"));
		assertThat(event.queryTimestamp()).isEqualTo(Instant.parse("2026-11-20T06:53:02.490Z"));
		assertThat(event.startedAt()).isNull();
		assertThat(event.failedAt()).isNull();
		assertThat(event.result().added()).isEqualTo(2500);
		assertThat(event.result().updated()).isEqualTo(7);
		assertThat(event.result().deleted()).isEqualTo(2);
		assertThat(event.result().additionalProperties()).isEmpty();
		assertThat(event.checkpoints().from()).isNull();
		assertThat(event.checkpoints().to()).isEqualTo(Map.of("page", 1, "since", "2026-01-01"));
		assertThat(event.checkpoints().additionalProperties()).isEmpty();
		assertThat(event.additionalProperties()).isEmpty();
	}

	@Test
	void aSyncThatFailedTellsWhyAndWhen() {
		SyncWebhook event = read(WebhookSamples.SYNC_FAILURE, SyncWebhook.class);
		assertThat(event.isSuccess()).isFalse();
		assertThat(event.startedAt()).isEqualTo(Instant.parse("2026-11-20T06:55:10.126Z"));
		assertThat(event.failedAt()).isEqualTo(Instant.parse("2026-11-20T06:55:16.350Z"));
		assertThat(event.model()).isNull();
		assertThat(event.result()).isNull();
		assertThat(event.checkpoints()).isNull();
		assertThat(event.modifiedAfter()).isNull();
		WebhookError error = event.error();
		assertThat(error.type()).isEqualTo("script_error");
		assertThat(error.payload())
			.isEqualTo(Map.of("message", "exploded", "name", "Error", "stacktrace", List.of("at exec")));
		assertThat(event.additionalProperties()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "INITIAL|null|true", "INCREMENTAL|null|true", "WEBHOOK|null|false",
					"INCREMENTAL|{\"from\":null,\"to\":{\"page\":1}}|true",
					"INITIAL|{\"from\":{\"page\":0},\"to\":null}|false", "WEBHOOK|{\"from\":null,\"to\":null}|false",
					"INCREMENTAL|{\"from\":{\"page\":0},\"to\":{\"page\":1}}|false" })
	void aFullSyncIsOneThatBeganFromNothing(String syncType, String checkpoints, boolean full) {
		String body = WebhookSamples.SYNC.replace("INITIAL", syncType)
			.replaceFirst("\"checkpoints\":\\{.*?\\}\\}", "\"checkpoints\":" + checkpoints.replace("$", "\\$"));
		assertThat(read(body, SyncWebhook.class).isFullSync()).isEqualTo(full);
	}

	@Test
	void anAsynchronousActionLeadsToItsResult() {
		AsyncActionWebhook event = read(WebhookSamples.ASYNC_ACTION, AsyncActionWebhook.class);
		assertThat(event.type()).isEqualTo("async_action");
		assertThat(event.connection()).isEqualTo(CONNECTION);
		assertThat(event.action()).isEqualTo(AsyncAction.of("5f0c1f4e-0000-4000-8000-00000000002a"));
		assertThat(event.action().statusUrl()).isEqualTo("/action/5f0c1f4e-0000-4000-8000-00000000002a");
		assertThat(event.additionalProperties()).isEmpty();
	}

	@Test
	void whatAProviderSentIsReadOnDemandWithAllItsDigits() {
		ForwardWebhook event = read(WebhookSamples.FORWARD, ForwardWebhook.class);
		assertThat(event.type()).isEqualTo("forward");
		assertThat(event.from()).isEqualTo("github");
		assertThat(event.integrationId()).isEqualTo("github-prod");
		assertThat(event.connection()).isEqualTo(CONNECTION);
		assertThat(event.payload(Push.class))
			.isEqualTo(new Push("evt-2", new BigDecimal("0.1234567890123456789012345")));
		assertThat(event.payload(new ParameterizedTypeReference<Map<String, String>>() {
		})).containsEntry("type", "push");
		assertThat(event.additionalProperties()).isEmpty();
	}

	@Test
	void aForwardWithoutAConnectionOrPayloadIsOneAllTheSame() {
		ForwardWebhook event = read("""
				{"from":"github","payload":null,"providerConfigKey":"github-prod","type":"forward"}""",
				ForwardWebhook.class);
		assertThat(event.connection()).isNull();
		assertThat(event.<Object>payload(Object.class)).isNull();
	}

	@Test
	void aPayloadThatDoesNotFitSaysWhereAndNotWhat() {
		ForwardWebhook event = read(WebhookSamples.FORWARD.replace("\"evt-2\"", "{\"sesame\":[\"open\"]}"),
				ForwardWebhook.class);
		assertThatExceptionOfType(NangoWebhookFormatException.class).isThrownBy(() -> event.payload(Push.class))
			.withMessageContaining("\"id\"")
			.withMessageContaining("Read it as another type")
			.withMessageNotContaining("sesame")
			.withNoCause();
	}

	/**
	 * It has a type of its own that has nothing to do with Nango's.
	 */
	@Test
	void whatComesWithoutWrapperIsTheProviders() {
		ProviderWebhook event = read(WebhookSamples.PROVIDER, ProviderWebhook.class);
		assertThat(event.type()).isEqualTo("provider");
		assertThat(event.<Object>payload(Object.class))
			.isEqualTo(Map.of("hello", "world", "id", "evt-1", "type", "auth"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "42", "\"text\"", "[1,2]", "{}", "{\"from\":\"alice\",\"type\":\"sync\"}",
			"{\"from\":\"nango\"}", "{\"from\":{\"nango\":1},\"type\":\"auth\"}", "{\"from\":\"nango\",\"type\":7}",
			"{\"type\":\"forward\"}", "{\"from\":\"github\",\"type\":\"forward\",\"payload\":1}",
			"{\"from\":\"github\",\"type\":\"forward\",\"providerConfigKey\":\"github\"}" })
	void whateverIsNotNangosWrapperIsTheProviders(String body) {
		ProviderWebhook event = read(body, ProviderWebhook.class);
		assertThat(event.body()).isEqualTo(body);
	}

	@Test
	void aTypeThatDoesNotExistYetStaysReadable() {
		UnknownWebhook event = read(WebhookSamples.UNKNOWN, UnknownWebhook.class);
		assertThat(event.type()).isEqualTo("lunar");
		assertThat(event.additionalProperties()).isEqualTo(Map.of("connectionId", "conn-1", "from", "nango", "moon",
				Map.of("phase", "full"), "providerConfigKey", "github-prod", "type", "lunar"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"from\":\"nango\",\"type\":\"auth\"}",
			"{\"from\":\"nango\",\"type\":\"async_action\",\"connectionId\":\"c\",\"providerConfigKey\":\"i\",\"payload\":{}}",
			"{\"from\":\"nango\",\"type\":\"sync\",\"connectionId\":\"c\",\"providerConfigKey\":\"i\",\"syncName\":\"s\",\"success\":true,\"modifiedAfter\":\"soon\"}",
			"{\"from\":\"nango\",\"type\":\"auth\",\"connectionId\":\"c\",\"providerConfigKey\":\" \",\"operation\":\"creation\",\"success\":true}",
			"{\"from\":\"github\",\"type\":\"forward\",\"providerConfigKey\":\"..\",\"payload\":1}" })
	void whatLacksWhatItsKindAlwaysHadIsUnknownRatherThanLost(String body) {
		UnknownWebhook event = read(body, UnknownWebhook.class);
		assertThat(event.body()).isEqualTo(body);
		assertThat(event.additionalProperties()).containsKeys("from", "type");
	}

	@Test
	void fieldsAndValuesThatNangoAddsStayReadable() {
		AuthWebhook event = read("""
				{"from":"nango","type":"auth","connectionId":"conn-1","providerConfigKey":"github-prod",
				 "operation":"Deletion","success":false,"error":{"type":"t","description":"d","hint":1},
				 "endUser":{"endUserId":"u","endUserName":"n"},"by":{"who":"me"}}""", AuthWebhook.class);
		assertThat(event.operation().value()).isEqualTo("deletion");
		assertThat(event.additionalProperties()).isEqualTo(Map.of("by", Map.of("who", "me")));
		assertThat(event.error().additionalProperties()).isEqualTo(Map.of("hint", 1));
		assertThat(event.endUser().additionalProperties()).isEqualTo(Map.of("endUserName", "n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{}x", "{} {}", "hello", "a=b&c=d", "{'a':1}", "{\"a\":01}", "\u0000" })
	void whatIsNotJsonIsRefusedWithoutQuotingIt(String body) {
		assertThatExceptionOfType(NangoWebhookFormatException.class).isThrownBy(() -> read(body, NangoWebhook.class))
			.withMessage("The webhook is not JSON")
			.withNoCause();
	}

	@ParameterizedTest
	@MethodSource("samples")
	void theSameBodyHasTheSameFingerprintWhateverItsHeaders(String body) {
		HttpHeaders headers = WebhookSamples.signed(WebhookSamples.KEY, body);
		headers.set("X-Request-Id", "7");
		NangoWebhook first = NangoWebhook.read(WebhookSamples.bytes(body), headers);
		NangoWebhook second = NangoWebhook.read(WebhookSamples.bytes(body));
		assertThat(first.fingerprint()).matches("[0-9a-f]{64}").isEqualTo(second.fingerprint());
		assertThat(first).isEqualTo(second).hasSameHashCodeAs(second);
		assertThat(NangoWebhook.read(WebhookSamples.bytes(body + " ")).fingerprint()).isNotEqualTo(first.fingerprint());
	}

	@ParameterizedTest
	@MethodSource("samples")
	void theBodyIsThereAsItCameAndTheHeadersWithoutSignatures(String body) {
		HttpHeaders headers = WebhookSamples.signed(WebhookSamples.KEY, body);
		headers.set("x-nango-signature", "older");
		headers.set("X-GitHub-Event", "push");
		NangoWebhook event = NangoWebhook.read(WebhookSamples.bytes(body), headers);
		assertThat(event.body()).isEqualTo(body);
		assertThat(event.headers().headerNames()).containsExactly("X-GitHub-Event");
		event.headers().clear();
		assertThat(event.headers().getFirst("x-github-event")).isEqualTo("push");
	}

	@ParameterizedTest
	@MethodSource("samples")
	void theTextOfAWebhookHoldsNothingOfItsContent(String body) {
		assertThat(read(body, NangoWebhook.class).toString()).doesNotContain("conn-1", "github-prod", "user-7", "ada@",
				"issues", "evt-", "exploded", "world", "full", "5f0c1f4e");
	}

	/**
	 * Nango signs what strangers send, and texts with line breaks would forge lines of
	 * logs.
	 */
	@Test
	void theTextOfAWebhookHoldsNothingThatAStrangerWrote() {
		String operation = WebhookSamples.CREATION.replace("\"creation\"", "\"sesame\\nopen\"");
		assertThat(read(operation, AuthWebhook.class)).hasToString("AuthWebhook[operation=***, success=true]");
		String from = WebhookSamples.FORWARD.replace("\"from\":\"github\"", "\"from\":\"sesame\\nopen\"");
		assertThat(read(from, ForwardWebhook.class)).hasToString("ForwardWebhook[***]");
	}

	@Test
	void aReferenceLeadsToTheConnection() {
		try (NangoClient nango = NangoClient.builder().secretKey(WebhookSamples.KEY).build()) {
			assertThat(CONNECTION.in(nango).connectionId()).isEqualTo("conn-1");
			assertThat(CONNECTION.in(nango).integrationId()).isEqualTo("github-prod");
			assertThat(CONNECTION.in(nango.reactive()).connectionId()).isEqualTo("conn-1");
		}
	}

	private static <T extends NangoWebhook> T read(String body, Class<T> type) {
		NangoWebhook event = NangoWebhook.read(WebhookSamples.bytes(body));
		assertThat(event).isInstanceOf(type);
		return type.cast(event);
	}

	record Push(String id, BigDecimal amount) {
	}

}
