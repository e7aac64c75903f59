package org.nangospring.client.function;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nangospring.client.http.Arguments;

/**
 * What is to be deployed: source code or a template of the provider.
 */
public final class FunctionSource {

	private final Map<String, Object> body;

	private FunctionSource(Map<String, Object> body) {
		this.body = body;
	}

	/**
	 * A function of the application's own.
	 * @param name the name it shall have
	 * @param type its kind
	 * @param code its source in TypeScript
	 * @return the source
	 */
	public static FunctionSource code(String name, FunctionType type, String code) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "function");
		body.put("function_name", Arguments.id(name, "name of the function"));
		body.put("function_type", runnable(type));
		body.put("code", Arguments.required(code, "code"));
		return new FunctionSource(body);
	}

	/**
	 * A template that Nango has ready for the provider.
	 * @param template the name of the template
	 * @return the source
	 */
	public static FunctionSource template(String template) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("type", "template");
		body.put("template", Arguments.id(template, "name of the template"));
		return new FunctionSource(body);
	}

	/**
	 * A template of one kind, where the provider has a sync and an action of the same
	 * name.
	 * @param template the name of the template
	 * @param type its kind
	 * @return the source
	 */
	public static FunctionSource template(String template, FunctionType type) {
		return template(template).with("function_type", runnable(type));
	}

	/**
	 * The same source with a version. For source code only.
	 * @param version the version
	 * @return a changed copy
	 */
	public FunctionSource withVersion(String version) {
		return ofCode().with("version", Arguments.text(version, "version"));
	}

	/**
	 * The same source, allowed to replace a function of the same name that was not
	 * deployed from a repository. For source code only.
	 * @return a changed copy
	 */
	public FunctionSource allowDestructive() {
		return ofCode().with("allow_destructive", true);
	}

	private FunctionSource ofCode() {
		if (this.body.containsKey("template")) {
			throw new IllegalArgumentException(
					"Only source code has a version and can be allowed to replace: Nango refuses that for a template");
		}
		return this;
	}

	private FunctionSource with(String name, Object value) {
		Map<String, Object> changed = new LinkedHashMap<>(this.body);
		changed.put(name, value);
		return new FunctionSource(changed);
	}

	Map<String, Object> body() {
		return this.body;
	}

	/**
	 * Nango runs and deploys no other kinds.
	 */
	static FunctionType runnable(FunctionType type) {
		if (Arguments.required(type, "type").equals(FunctionType.ON_EVENT)) {
			throw new IllegalArgumentException("The type has to be a sync or an action");
		}
		return type;
	}

}
