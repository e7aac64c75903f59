package org.nangospring.client.action;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;

/**
 * An action that was triggered without waiting for its output.
 */
public final class AsyncAction {

	private static final String PATH = "/action/";

	private final String id;

	private AsyncAction(String id) {
		this.id = Arguments.id(id, "action id");
	}

	/**
	 * An action by its id, for example one that was stored.
	 * @param id the id, a UUID
	 * @return the action
	 */
	public static AsyncAction of(String id) {
		return new AsyncAction(id);
	}

	/**
	 * An action by its status URL, for example one from a webhook.
	 * @param statusUrl the path, {@code /action/} and the id
	 * @return the action
	 * @throws IllegalArgumentException if it is anything else than such a path: the key
	 * is never sent to an address from an answer
	 */
	public static AsyncAction ofStatusUrl(String statusUrl) {
		String path = Arguments.text(statusUrl, "status URL");
		String id = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
		if (!id.matches("[A-Za-z0-9-]+")) {
			throw new IllegalArgumentException("A status URL has to be a path like /action/ and an id");
		}
		return new AsyncAction(id);
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static AsyncAction of(Map<String, Object> answer) {
		return new AsyncAction(Objects.toString(Answers.required(answer.get("id"), "id")));
	}

	/**
	 * The id of the action.
	 * @return the id, a UUID
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Where Nango tells the output.
	 * @return a path of Nango's API
	 */
	public String statusUrl() {
		return PATH + this.id;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof AsyncAction that && this.id.equals(that.id);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	@Override
	public String toString() {
		return "AsyncAction[" + this.id + "]";
	}

}
