package org.nangospring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * Tells a native image what is found by name while the application runs: types that JSON
 * is read into or made of, the interfaces that applications see of them, and the scripts
 * that make tables. Only ahead-of-time processing loads this class.
 */
final class NangoRuntimeHints implements RuntimeHintsRegistrar {

	private static final String ROOT = "org.nangospring.";

	/**
	 * By their names, because most are hidden in their packages. What they hold comes
	 * with them.
	 */
	private static final Map<String, List<String>> MODELS = Map.ofEntries(
			Map.entry("client.action", List.of("AsyncAction")),
			Map.entry("client.connect", List.of("ConnectSessionData$One", "ConnectSessionInfoData$One")),
			Map.entry("client.connection", List.of("ConnectionData", "ConnectionSummaryData$Many", "NewCredentials")),
			Map.entry("client.environment",
					List.of("ApiKeyData$One", "EnvironmentSummaryData$One", "EnvironmentVariableData",
							"WebhookSigningKeyData$One")),
			Map.entry("client.function",
					List.of("CompiledFunctionData", "DeploymentData", "DryRunData", "FunctionCodeData",
							"FunctionPageData", "FunctionPageData$One", "FunctionRequests$Tools",
							"IntegrationFunctionsData")),
			Map.entry("client.integration",
					List.of("IntegrationCredentials", "IntegrationData$Many", "IntegrationData$One",
							"IntegrationData$OneOrMany")),
			Map.entry("client.provider", List.of("ProviderData$Many", "ProviderData$One", "ProviderTemplateData$Many")),
			Map.entry("client.record", List.of("RecordMetadataData", "RecordQuery$Pruned")),
			Map.entry("client.sync", List.of("SyncRequests$Frequency", "SyncStatusData$Many", "SyncVariantData")),
			Map.entry("listener.integration", List.of("StoredPosition$Format")),
			Map.entry("listener.jdbc", List.of("StoredMetadata")),
			Map.entry("webhook", List.of("AsyncActionWebhookData", "AuthWebhookData", "ForwardWebhookData",
					"ProviderWebhookData", "SyncWebhookData", "UnknownWebhookData")));

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();
		MODELS
			.forEach((packageName, names) -> names.forEach((name) -> binding.registerReflectionHints(hints.reflection(),
					ClassUtils.resolveClassName(ROOT + packageName + "." + name, classLoader))));
		ours(hints.reflection(), classLoader).forEach((type) -> registerInterfaces(hints.reflection(), type));
		hints.resources().registerPattern("org/nangospring/listener/jdbc/schema-*.sql");
	}

	private static List<Class<?>> ours(ReflectionHints hints, @Nullable ClassLoader classLoader) {
		List<Class<?>> types = new ArrayList<>();
		hints.typeHints()
			.map((hint) -> hint.getType().getName())
			.filter((name) -> name.startsWith(ROOT))
			.forEach((name) -> types.add(ClassUtils.resolveClassName(name, classLoader)));
		return types;
	}

	/**
	 * Jackson looks into them for annotations, and calls what is declared there.
	 * Expressions, in conditions of event listeners and in templates, call their methods.
	 */
	private static void registerInterfaces(ReflectionHints hints, Class<?> type) {
		for (Class<?> declared : type.getInterfaces()) {
			if (declared.getName().startsWith(ROOT)) {
				hints.registerType(declared, MemberCategory.INVOKE_PUBLIC_METHODS);
				registerInterfaces(hints, declared);
			}
		}
	}

}
