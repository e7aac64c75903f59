package org.nangospring.client.operation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoWaitTimeoutException;
import org.nangospring.client.function.Deployment;
import org.nangospring.client.function.DryRun;
import org.nangospring.client.function.FunctionConfig;
import org.nangospring.client.function.FunctionSource;
import org.nangospring.client.function.FunctionType;
import org.nangospring.client.function.RunState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Functions page by page, and what is made of code.
 */
class FunctionTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@Test
	void aStreamAsksForAPageWhenItIsReachedAndEndsWithTheLast() {
		FIXTURE.answersInTurn(WireMock.okJson(page(3, 0, "a", "b")), WireMock.okJson(page(3, 1, "c")));
		Iterator<FunctionConfig> functions = FIXTURE.nango()
			.functions()
			.stream("github", (query) -> query.limit(2))
			.iterator();
		assertThat(FIXTURE.requests()).isEmpty();
		assertThat(functions.next().name()).isEqualTo("a");
		assertThat(functions.next().name()).isEqualTo("b");
		assertThat(FIXTURE.requests()).hasSize(1);
		assertThat(functions.next().name()).isEqualTo("c");
		assertThat(functions.hasNext()).isFalse();
		assertThat(FIXTURE.urls()).containsExactly("/integrations/github/functions?page=0&limit=2",
				"/integrations/github/functions?page=1&limit=2");
	}

	@Test
	void aReactiveStreamStopsAskingWhenEnoughWasTaken() {
		FIXTURE.answersInTurn(WireMock.okJson(page(5, 1, "a", "b")), WireMock.okJson(page(5, 2, "c")));
		assertThat(FIXTURE.nango()
			.reactive()
			.functions()
			.stream("github", (query) -> query.page(1).limit(2))
			.take(1)
			.map(FunctionConfig::name)
			.collectList()
			.block()).containsExactly("a");
		assertThat(FIXTURE.urls()).startsWith("/integrations/github/functions?page=1&limit=2");
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aPageWithoutFunctionsIsTheLastWhateverTheTotalSays(Mode mode) {
		FIXTURE.answersJson("{\"data\":[],\"pagination\":{\"total\":9,\"page\":0,\"limit\":2}}");
		assertThat(mode.call(
				Operation.of("functions.list", "")
					.blocking((nango) -> nango.functions().stream("github", (query) -> query.limit(2)).toList())
					.reactive((nango) -> nango.functions().stream("github", (query) -> query.limit(2)).collectList()),
				FIXTURE.nango()))
			.isEqualTo(List.of());
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void pagesThatDoNotMoveOnFailInsteadOfGoingOnForEver(Mode mode) {
		FIXTURE.answersJson(page(9, 0, "a", "b"));
		Operation all = Operation.of("functions.list", "all")
			.blocking((nango) -> nango.functions().stream("github", (query) -> query.limit(2)).toList())
			.reactive((nango) -> nango.functions().stream("github", (query) -> query.limit(2)).collectList());
		assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> mode.call(all, FIXTURE.nango()))
			.withMessageContaining("the answer is page 0 where page 1 was asked for");
		assertThat(FIXTURE.requests()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aDryRunIsAwaitedToItsSuccess(Mode mode) {
		FIXTURE.answersInTurn(WireMock.okJson(DryRunOperations.WAITING), WireMock.okJson(state("running")),
				WireMock.okJson(state("success")));
		DryRun run = (DryRun) mode.call(dryRun(), FIXTURE.nango());
		assertThat(run.status()).isEqualTo(RunState.SUCCESS);
		assertThat(run.error()).isNull();
		assertThat(FIXTURE.requests()).hasSize(3);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aDryRunThatFailedSaysWhy(Mode mode) {
		FIXTURE.answersInTurn(WireMock.okJson(DryRunOperations.WAITING), WireMock.okJson(DryRunOperations.FAILED));
		DryRun run = (DryRun) mode.call(dryRun(), FIXTURE.nango());
		assertThat(run.status()).isEqualTo(RunState.FAILED);
		DryRunOperations.isError(run.error());
		assertThat(FIXTURE.requests()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aDryRunThatGoesOnEndsTheWaitAtItsDeadline(Mode mode) {
		FIXTURE.answersJson(state("running"));
		NangoWaitTimeoutException failure = catchThrowableOfType(NangoWaitTimeoutException.class,
				() -> mode.call(dryRun(), FIXTURE.nango()));
		assertThat(failure.operation()).isEqualTo("dryRuns.await");
		assertThat(failure).hasMessageContaining("has not ended yet");
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aStateThatNobodyKnowsIsTheEndOnlyWhenNangoSaysSo(Mode mode) {
		FIXTURE.answersInTurn(WireMock.okJson(state("queued")), WireMock.okJson("""
				{"id":"d-1","status":"exploded","completed_at":"2026-01-02T03:04:05Z"}"""));
		assertThat(((DryRun) mode.call(dryRun(), FIXTURE.nango())).status()).isEqualTo(new RunState("exploded"));
		assertThat(FIXTURE.requests()).hasSize(2);
	}

	@Test
	void functionsThatRunOnEventsAreNotTriedOrDeployed() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FunctionSource.code("issues", FunctionType.ON_EVENT, "export default 1"));
		assertThatIllegalArgumentException().isThrownBy(() -> FIXTURE.nango()
			.functions()
			.dryRuns()
			.start("github", "conn-1", FunctionType.ON_EVENT, "export default 1"));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aDeploymentIsAwaitedToItsEnd(Mode mode) {
		FIXTURE.answersInTurn(WireMock.okJson(DeploymentOperations.RUNNING), WireMock.okJson("""
				{"id":"p-1","status":"success","deployed":true,"deployed_functions":[{"name":"a","version":"1"}]}"""));
		Deployment success = (Deployment) mode.call(deployment(), FIXTURE.nango());
		assertThat(success.status()).isEqualTo(RunState.SUCCESS);
		assertThat(success.deployed()).isTrue();
		FIXTURE.server().resetAll();
		FIXTURE.answersInTurn(WireMock.okJson(DeploymentOperations.RUNNING),
				WireMock.okJson(DeploymentOperations.FAILED));
		Deployment failed = (Deployment) mode.call(deployment(), FIXTURE.nango());
		assertThat(failed.status()).isEqualTo(RunState.FAILED);
		DryRunOperations.isError(failed.error());
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aDeploymentThatGoesOnEndsTheWaitAtItsDeadline(Mode mode) {
		FIXTURE.answersJson(DeploymentOperations.RUNNING);
		assertThatExceptionOfType(NangoWaitTimeoutException.class)
			.isThrownBy(() -> mode.call(deployment(), FIXTURE.nango()))
			.satisfies((failure) -> assertThat(failure.operation()).isEqualTo("deployments.await"));
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aServerWithoutASandboxIsNamedAsTheReason(Mode mode) {
		FIXTURE.answers(WireMock.jsonResponse("""
				{"error":{"code":"server_error",
				"message":"Failed to initialize the function execution environment"}}""", 500));
		OperationCatalog.all()
			.stream()
			.filter((operation) -> operation.name().matches("functions.compile|dryRuns.start|deployments.start"))
			.forEach((operation) -> assertThatExceptionOfType(NangoServerException.class)
				.isThrownBy(() -> mode.call(operation, FIXTURE.nango()))
				.withMessageContaining("has no sandbox"));
		assertThat(FIXTURE.requests()).hasSize(6);
	}

	@Test
	void whatNangoDoesNotTakeForATemplateIsRefused() {
		FunctionSource template = FunctionSource.template("issues");
		assertThatIllegalArgumentException().isThrownBy(() -> template.withVersion("1")).withMessageContaining("code");
		assertThatIllegalArgumentException().isThrownBy(template::allowDestructive);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FunctionSource.template("issues", FunctionType.SYNC).withVersion("1"));
	}

	private static Operation dryRun() {
		return Operation.of("dryRuns.await", "")
			.blocking((nango) -> nango.functions().dryRuns().await("d-1", MINUTE))
			.reactive((nango) -> nango.functions().dryRuns().await("d-1", MINUTE));
	}

	private static Operation deployment() {
		return Operation.of("deployments.await", "")
			.blocking((nango) -> nango.functions().deployments().await("p-1", MINUTE))
			.reactive((nango) -> nango.functions().deployments().await("p-1", MINUTE));
	}

	private static String state(String state) {
		return "{\"id\":\"d-1\",\"status\":\"" + state + "\"}";
	}

	private static String page(int total, int page, String... names) {
		return "{\"data\":["
				+ String.join(",", Arrays.stream(names).map((name) -> "{\"name\":\"" + name + "\"}").toList())
				+ "],\"pagination\":{\"total\":" + total + ",\"page\":" + page + ",\"limit\":2}}";
	}

}
