package org.nangospring.autoconfigure.listener;

import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.NangoRecordListeners;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Shows record listeners, their streams and positions, and lets somebody intervene. It
 * shows no payload, and no message of an exception of the application.
 */
@Endpoint(id = "nangolisteners")
public final class NangoListenersEndpoint {

	private final NangoRecordListeners listeners;

	private final ListenerCommands commands;

	/**
	 * Creates the endpoint.
	 * @param listeners the listeners
	 */
	public NangoListenersEndpoint(NangoRecordListeners listeners) {
		this.listeners = listeners;
		this.commands = new ListenerCommands(listeners);
	}

	/**
	 * Shows all listeners, as this instance knows them.
	 * @return the listeners
	 */
	@ReadOperation
	public ListenersDescriptor listeners() {
		return new ListenersDescriptor(new TreeSet<>(this.listeners.ids()).stream()
			.map((id) -> ListenerDescriptor.summary(this.listeners, id))
			.toList());
	}

	/**
	 * Shows a listener with its streams, with positions as they were saved last, also by
	 * other instances.
	 * @param listener the id of the listener
	 * @return the listener, or null when there is none
	 */
	@ReadOperation
	public @Nullable ListenerDescriptor listener(@Selector String listener) {
		return this.listeners.ids().contains(listener) ? ListenerDescriptor.detailed(this.listeners, listener) : null;
	}

	/**
	 * Lets a listener begin or pause in this instance, or moves its streams.
	 * @param listener the id of the listener
	 * @param action {@code start}, {@code stop}, {@code resume}, {@code rewind} or
	 * {@code reread}
	 * @param connection the connection whose stream is meant; without one {@code resume}
	 * means all streams that are stopped
	 * @param cursor where to go on after, for {@code rewind}
	 * @return the streams that were changed
	 */
	@WriteOperation
	public ChangeDescriptor change(@Selector String listener, String action, @Nullable String connection,
			@Nullable String cursor) {
		return new ChangeDescriptor(this.commands.run(listener, action, connection, cursor));
	}

	/**
	 * All listeners.
	 *
	 * @param listeners the listeners, by their ids
	 */
	public record ListenersDescriptor(List<ListenerDescriptor> listeners) {
	}

	/**
	 * What was done.
	 *
	 * @param streams the streams that were changed, as they are now
	 */
	public record ChangeDescriptor(List<StreamDescriptor> streams) {
	}

}
