package org.nangospring.client.function;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.NangoRequestBuilder;
import org.nangospring.client.http.ResponseReader;
import org.nangospring.client.http.WaitFor;
import tools.jackson.databind.JavaType;

import org.springframework.http.HttpMethod;

final class FunctionRequests {

	private static final JavaType CONFIG = NangoJson.instance().type(IntegrationFunctionsData[].class);

	private static final JavaType TOOLS = NangoJson.instance().type(Tools.class);

	private static final JavaType PAGE = NangoJson.instance().type(FunctionPageData.class);

	private static final JavaType ONE = NangoJson.instance().type(FunctionPageData.One.class);

	private static final JavaType CODE = NangoJson.instance().type(FunctionCodeData.class);

	private static final JavaType COMPILED = NangoJson.instance().type(CompiledFunctionData.class);

	private static final JavaType DRY_RUN = NangoJson.instance().type(DryRunData.class);

	private static final JavaType DEPLOYMENT = NangoJson.instance().type(DeploymentData.class);

	private FunctionRequests() {
	}

	static NangoRequest<List<IntegrationFunctions>> scriptsConfig() {
		ResponseReader<IntegrationFunctionsData[]> reader = ResponseReader.json(CONFIG);
		return NangoRequest.of("functions.scriptsConfig", HttpMethod.GET)
			.path("/scripts/config")
			.query("format", "nango")
			.reading(reader.map((configs) -> Answers.items(Arrays.asList(configs))));
	}

	static NangoRequest<List<Map<String, @Nullable Object>>> openAiTools() {
		ResponseReader<Tools> reader = ResponseReader.json(TOOLS);
		return NangoRequest.of("functions.openAiTools", HttpMethod.GET)
			.path("/scripts/config")
			.query("format", "openai")
			.reading(reader.map(Tools::data));
	}

	static FunctionQuery query(Consumer<FunctionQuery> customizer) {
		FunctionQuery query = new FunctionQuery();
		customizer.accept(query);
		return query;
	}

	static NangoRequest<FunctionPage> list(String integrationId, FunctionQuery query) {
		NangoRequestBuilder builder = of("functions.list", HttpMethod.GET, integrationId);
		query.applyTo(builder);
		ResponseReader<FunctionPageData> reader = ResponseReader.json(PAGE);
		return builder.reading(reader.map(FunctionPageData::page));
	}

	static NangoRequest<FunctionConfig> get(String integrationId, String name, @Nullable FunctionType type) {
		ResponseReader<FunctionPageData.One> reader = ResponseReader.json(ONE);
		return of("functions.get", HttpMethod.GET, integrationId).segment("name", name)
			.query("type", type)
			.reading(reader.map(FunctionPageData.One::data));
	}

	static NangoRequest<FunctionCode> code(String integrationId, String name, @Nullable FunctionType type) {
		return of("functions.code", HttpMethod.GET, integrationId).segment("name", name)
			.path("/code")
			.query("type", type)
			.reading(ResponseReader.json(CODE));
	}

	static NangoRequest<Void> delete(String integrationId, String name, FunctionType type) {
		// not safe to repeat: if only the answer was lost, the second attempt would say
		// that there is no such function
		return of("functions.delete", HttpMethod.DELETE, integrationId).segment("name", name)
			.query("type", Arguments.required(type, "type"))
			.reading(ResponseReader.success());
	}

	static NangoRequest<CompiledFunction> compile(String code) {
		return NangoRequest.of("functions.compile", HttpMethod.POST)
			.path("/functions/compile")
			.json(Map.of("code", Arguments.required(code, "code")))
			.reading(ResponseReader.json(COMPILED));
	}

	static NangoRequest<DryRun> startDryRun(String integrationId, String connectionId, FunctionType type, String code,
			Consumer<DryRunSettings> customizer) {
		DryRunSettings settings = new DryRunSettings();
		customizer.accept(settings);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("integration_id", Arguments.id(integrationId, "integration id"));
		body.put("connection_id", Arguments.id(connectionId, "connection id"));
		body.put("function_type", FunctionSource.runnable(type));
		body.put("code", Arguments.required(code, "code"));
		body.putAll(settings.body());
		return NangoRequest.of("dryRuns.start", HttpMethod.POST)
			.path("/functions/dryruns")
			.integration(integrationId)
			.json(body)
			.reading(ResponseReader.json(DRY_RUN));
	}

	static NangoRequest<DryRun> dryRun(String id) {
		return NangoRequest.of("dryRuns.get", HttpMethod.GET)
			.path("/functions/dryruns")
			.segment("id", id)
			.reading(ResponseReader.json(DRY_RUN));
	}

	static WaitFor<DryRun> dryRunEnd(String id, Duration timeout) {
		ResponseReader<DryRun> reader = ResponseReader.json(DRY_RUN);
		NangoRequest<DryRun> question = NangoRequest.of("dryRuns.get", HttpMethod.GET)
			.path("/functions/dryruns")
			.segment("id", id)
			.reading(onceEnded(reader, (run) -> run.status().isKnownEnd() || run.completedAt() != null));
		return new WaitFor<>("dryRuns.await", question, timeout, "the dry run has not ended yet.");
	}

	static NangoRequest<Deployment> startDeployment(String integrationId, FunctionSource source) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("integration_id", Arguments.id(integrationId, "integration id"));
		body.putAll(Arguments.required(source, "source").body());
		return NangoRequest.of("deployments.start", HttpMethod.POST)
			.path("/functions/deployments")
			.integration(integrationId)
			.json(body)
			.reading(ResponseReader.json(DEPLOYMENT));
	}

	static NangoRequest<Deployment> deployment(String id) {
		return NangoRequest.of("deployments.get", HttpMethod.GET)
			.path("/functions/deployments")
			.segment("id", id)
			.reading(ResponseReader.json(DEPLOYMENT));
	}

	static WaitFor<Deployment> deploymentEnd(String id, Duration timeout) {
		ResponseReader<Deployment> reader = ResponseReader.json(DEPLOYMENT);
		NangoRequest<Deployment> question = NangoRequest.of("deployments.get", HttpMethod.GET)
			.path("/functions/deployments")
			.segment("id", id)
			.reading(onceEnded(reader, (run) -> run.status().isKnownEnd() || run.completedAt() != null));
		return new WaitFor<>("deployments.await", question, timeout, "the deployment has not ended yet.");
	}

	private static <T> ResponseReader<T> onceEnded(ResponseReader<T> reader, Predicate<T> ended) {
		return (response) -> {
			T run = reader.read(response);
			return (run != null && ended.test(run)) ? run : null;
		};
	}

	private static NangoRequestBuilder of(String operation, HttpMethod method, String integrationId) {
		return NangoRequest.of(operation, method)
			.path("/integrations")
			.segment("integrationId", integrationId)
			.path("/functions")
			.integration(integrationId);
	}

	record Tools(List<Map<String, @Nullable Object>> data) {

		Tools {
			data = Answers.items(Answers.required(data, "data"));
		}

	}

}
