package org.nangospring.client.function;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.ReactiveExecutor;
import org.nangospring.client.http.Page;
import org.nangospring.client.http.Pages;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The functions (syncs, actions and event handlers) that are deployed to an environment.
 * Every method fails with a {@link org.nangospring.client.NangoException} when the call
 * does.
 */
public final class ReactiveFunctions {

	private final ReactiveExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ReactiveFunctions(ReactiveExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Gets how all functions are deployed. Calls {@code GET /scripts/config}.
	 * @return the functions of each integration that has some
	 */
	public Mono<List<IntegrationFunctions>> scriptsConfig() {
		return this.executor.execute(FunctionRequests.scriptsConfig());
	}

	/**
	 * Gets all actions as tools for a language model, in OpenAI's format. Calls
	 * {@code GET /scripts/config?format=openai}.
	 * @return the tools, as maps that can be handed on as they are
	 */
	public Mono<List<Map<String, @Nullable Object>>> openAiTools() {
		return this.executor.execute(FunctionRequests.openAiTools());
	}

	/**
	 * Lists the first page of the functions of an integration. Calls {@code GET
	 * /integrations/{id}/functions}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * integration.
	 * @param integrationId the integration id
	 * @return a page of functions
	 */
	public Mono<FunctionPage> list(String integrationId) {
		return list(integrationId, (query) -> {
		});
	}

	/**
	 * Lists a page of the functions of an integration. Calls {@code GET
	 * /integrations/{id}/functions}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * integration.
	 * @param integrationId the integration id
	 * @param query says which
	 * @return a page of functions
	 */
	public Mono<FunctionPage> list(String integrationId, Consumer<FunctionQuery> query) {
		return this.executor.execute(FunctionRequests.list(integrationId, FunctionRequests.query(query)));
	}

	/**
	 * Lists all functions of an integration, fetching pages as the stream is read. Calls
	 * {@code GET /integrations/{id}/functions} once for each page.
	 * @param integrationId the integration id
	 * @param query says which; its limit is the size of a page
	 * @return a stream that fetches as it is read; it fails where a page does
	 */
	public Flux<FunctionConfig> stream(String integrationId, Consumer<FunctionQuery> query) {
		return Pages.flux(page(integrationId, query, FunctionRequests.query(query).firstPage()),
				(page) -> page(integrationId, query, page));
	}

	private Mono<Page<FunctionConfig, Integer>> page(String integrationId, Consumer<FunctionQuery> query, int page) {
		return this.executor.execute(FunctionRequests.list(integrationId, FunctionRequests.query(query).page(page)))
			.map((functions) -> new Page<>(functions.functions(), functions.following(page)));
	}

	/**
	 * Gets a function of an integration. Calls {@code GET
	 * /integrations/{id}/functions/{name}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such function.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @return the function
	 */
	public Mono<FunctionConfig> get(String integrationId, String name) {
		return this.executor.execute(FunctionRequests.get(integrationId, name, null));
	}

	/**
	 * Gets a function of an integration. Calls {@code GET
	 * /integrations/{id}/functions/{name}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such function.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @param type its kind
	 * @return the function
	 */
	public Mono<FunctionConfig> get(String integrationId, String name, FunctionType type) {
		return this.executor.execute(FunctionRequests.get(integrationId, name, Arguments.required(type, "type")));
	}

	/**
	 * Gets the source of a function. Calls {@code GET
	 * /integrations/{id}/functions/{name}/code}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such function.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @return the source
	 */
	public Mono<FunctionCode> code(String integrationId, String name) {
		return this.executor.execute(FunctionRequests.code(integrationId, name, null));
	}

	/**
	 * Gets the source of a function. Calls {@code GET
	 * /integrations/{id}/functions/{name}/code}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such function.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @param type its kind
	 * @return the source
	 */
	public Mono<FunctionCode> code(String integrationId, String name, FunctionType type) {
		return this.executor.execute(FunctionRequests.code(integrationId, name, Arguments.required(type, "type")));
	}

	/**
	 * Deletes a function that was not deployed from a repository. Calls {@code DELETE
	 * /integrations/{id}/functions/{name}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such function.
	 * Fails with {@link org.nangospring.client.NangoInvalidRequestException} if it was
	 * deployed from a repository.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @param type its kind: a sync or an action
	 * @return completes when it is done
	 */
	public Mono<Void> delete(String integrationId, String name, FunctionType type) {
		return this.executor.execute(FunctionRequests.delete(integrationId, name, type));
	}

	/**
	 * Compiles a function without deploying it. Takes a server with a sandbox, as Nango
	 * Cloud has one. Calls {@code POST /functions/compile}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if it does not compile.
	 * Fails with {@link org.nangospring.client.NangoServerException} if the server has no
	 * sandbox.
	 * @param code the source in TypeScript
	 * @return the compiled function
	 */
	public Mono<CompiledFunction> compile(String code) {
		return this.executor.execute(FunctionRequests.compile(code));
	}

	/**
	 * Runs of functions that are not deployed.
	 * @return operations on dry runs
	 */
	public ReactiveDryRuns dryRuns() {
		return new ReactiveDryRuns(this.executor);
	}

	/**
	 * ReactiveDeployments of functions.
	 * @return operations on deployments
	 */
	public ReactiveDeployments deployments() {
		return new ReactiveDeployments(this.executor);
	}

}
