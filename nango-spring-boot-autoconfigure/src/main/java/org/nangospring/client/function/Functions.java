package org.nangospring.client.function;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.BlockingExecutor;
import org.nangospring.client.http.Page;
import org.nangospring.client.http.Pages;

/**
 * The functions (syncs, actions and event handlers) that are deployed to an environment.
 * Every method fails with a {@link org.nangospring.client.NangoException} when the call
 * does.
 */
public final class Functions {

	private final BlockingExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public Functions(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Gets how all functions are deployed. Calls {@code GET /scripts/config}.
	 * @return the functions of each integration that has some
	 */
	public List<IntegrationFunctions> scriptsConfig() {
		return this.executor.execute(FunctionRequests.scriptsConfig());
	}

	/**
	 * Gets all actions as tools for a language model, in OpenAI's format. Calls
	 * {@code GET /scripts/config?format=openai}.
	 * @return the tools, as maps that can be handed on as they are
	 */
	public List<Map<String, @Nullable Object>> openAiTools() {
		return this.executor.execute(FunctionRequests.openAiTools());
	}

	/**
	 * Lists the first page of the functions of an integration. Calls {@code GET
	 * /integrations/{id}/functions}.
	 * @param integrationId the integration id
	 * @return a page of functions
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * integration
	 */
	public FunctionPage list(String integrationId) {
		return list(integrationId, (query) -> {
		});
	}

	/**
	 * Lists a page of the functions of an integration. Calls {@code GET
	 * /integrations/{id}/functions}.
	 * @param integrationId the integration id
	 * @param query says which
	 * @return a page of functions
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * integration
	 */
	public FunctionPage list(String integrationId, Consumer<FunctionQuery> query) {
		return this.executor.execute(FunctionRequests.list(integrationId, FunctionRequests.query(query)));
	}

	/**
	 * Lists all functions of an integration, fetching pages as the stream is read. Calls
	 * {@code GET /integrations/{id}/functions} once for each page.
	 * @param integrationId the integration id
	 * @param query says which; its limit is the size of a page
	 * @return a stream that fetches as it is read; it fails where a page does
	 */
	public Stream<FunctionConfig> stream(String integrationId, Consumer<FunctionQuery> query) {
		int first = FunctionRequests.query(query).firstPage();
		return Pages.stream(() -> page(integrationId, query, first), (page) -> page(integrationId, query, page));
	}

	private Page<FunctionConfig, Integer> page(String integrationId, Consumer<FunctionQuery> query, int page) {
		FunctionPage functions = this.executor
			.execute(FunctionRequests.list(integrationId, FunctionRequests.query(query).page(page)));
		return new Page<>(functions.functions(), functions.following(page));
	}

	/**
	 * Gets a function of an integration. Calls {@code GET
	 * /integrations/{id}/functions/{name}}.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @return the function
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such function
	 */
	public FunctionConfig get(String integrationId, String name) {
		return this.executor.execute(FunctionRequests.get(integrationId, name, null));
	}

	/**
	 * Gets a function of an integration. Calls {@code GET
	 * /integrations/{id}/functions/{name}}.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @param type its kind
	 * @return the function
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such function
	 */
	public FunctionConfig get(String integrationId, String name, FunctionType type) {
		return this.executor.execute(FunctionRequests.get(integrationId, name, Arguments.required(type, "type")));
	}

	/**
	 * Gets the source of a function. Calls {@code GET
	 * /integrations/{id}/functions/{name}/code}.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @return the source
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such function
	 */
	public FunctionCode code(String integrationId, String name) {
		return this.executor.execute(FunctionRequests.code(integrationId, name, null));
	}

	/**
	 * Gets the source of a function. Calls {@code GET
	 * /integrations/{id}/functions/{name}/code}.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @param type its kind
	 * @return the source
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such function
	 */
	public FunctionCode code(String integrationId, String name, FunctionType type) {
		return this.executor.execute(FunctionRequests.code(integrationId, name, Arguments.required(type, "type")));
	}

	/**
	 * Deletes a function that was not deployed from a repository. Calls {@code DELETE
	 * /integrations/{id}/functions/{name}}.
	 * @param integrationId the integration id
	 * @param name the name of the function
	 * @param type its kind: a sync or an action
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such function
	 * @throws org.nangospring.client.NangoInvalidRequestException if it was deployed from
	 * a repository
	 */
	public void delete(String integrationId, String name, FunctionType type) {
		this.executor.executeNullable(FunctionRequests.delete(integrationId, name, type));
	}

	/**
	 * Compiles a function without deploying it. Takes a server with a sandbox, as Nango
	 * Cloud has one. Calls {@code POST /functions/compile}.
	 * @param code the source in TypeScript
	 * @return the compiled function
	 * @throws org.nangospring.client.NangoInvalidRequestException if it does not compile
	 * @throws org.nangospring.client.NangoServerException if the server has no sandbox
	 */
	public CompiledFunction compile(String code) {
		return this.executor.execute(FunctionRequests.compile(code));
	}

	/**
	 * Runs of functions that are not deployed.
	 * @return operations on dry runs
	 */
	public DryRuns dryRuns() {
		return new DryRuns(this.executor);
	}

	/**
	 * Deployments of functions.
	 * @return operations on deployments
	 */
	public Deployments deployments() {
		return new Deployments(this.executor);
	}

}
