package org.nangospring.autoconfigure.listener;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordStream;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamState;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.util.StringUtils;

/**
 * Carries out what the endpoint is asked to do.
 */
final class ListenerCommands {

	private final NangoRecordListeners listeners;

	ListenerCommands(NangoRecordListeners listeners) {
		this.listeners = listeners;
	}

	/**
	 * Carries out a command.
	 * @return the streams that were changed, as they are now
	 * @throws InvalidEndpointRequestException if the command makes no sense
	 */
	List<StreamDescriptor> run(String listener, String action, @Nullable String connection, @Nullable String cursor) {
		if (!this.listeners.ids().contains(listener)) {
			throw invalid("There is no record listener with this id");
		}
		if (StringUtils.hasText(cursor) && !action.equals("rewind")) {
			throw invalid("Only rewind takes a cursor");
		}
		return switch (action) {
			case "start" -> of(connection, () -> this.listeners.start(listener));
			case "stop" -> of(connection, () -> this.listeners.stop(listener));
			case "resume" -> resume(listener, connection);
			case "rewind" -> List.of(change(listener, connection,
					(stream) -> this.listeners.rewind(stream, required(cursor, "rewind takes a cursor"))));
			case "reread" -> List.of(change(listener, connection, this.listeners::rereadFromBeginning));
			default -> throw invalid("The action must be start, stop, resume, rewind or reread");
		};
	}

	private static List<StreamDescriptor> of(@Nullable String connection, Runnable command) {
		if (StringUtils.hasText(connection)) {
			throw invalid("A listener begins and pauses with all of its connections");
		}
		try {
			command.run();
		}
		catch (IllegalStateException ex) {
			throw invalid("The record listeners of the application have not started");
		}
		return List.of();
	}

	private List<StreamDescriptor> resume(String listener, @Nullable String connection) {
		if (StringUtils.hasText(connection)) {
			return List.of(change(listener, connection, this.listeners::resume));
		}
		return this.listeners.positions(listener)
			.stream()
			.filter((position) -> position.state() == StreamState.STOPPED)
			.map((position) -> describe(this.listeners.resume(position.stream())))
			.toList();
	}

	private StreamDescriptor change(String listener, @Nullable String connection,
			Function<RecordStreamId, StreamPosition> change) {
		String chosen = required(connection, "The action takes a connection");
		List<RecordStreamId> streams = this.listeners.positions(listener)
			.stream()
			.map(StreamPosition::stream)
			.filter((stream) -> stream.connectionId().equals(chosen))
			.toList();
		if (streams.size() > 1) {
			// positions of a listener that had another model earlier
			streams = streams.stream().filter((stream) -> own(stream) != null).toList();
		}
		if (streams.size() != 1) {
			throw invalid("The listener has no position for this connection, or several of different models");
		}
		return describe(change.apply(streams.get(0)));
	}

	private StreamDescriptor describe(StreamPosition position) {
		return StreamDescriptor.of(position.stream(), position, own(position.stream()));
	}

	private @Nullable RecordStream own(RecordStreamId id) {
		return this.listeners.streams().stream().filter((stream) -> stream.id().equals(id)).findFirst().orElse(null);
	}

	private static String required(@Nullable String value, String problem) {
		if (value == null || value.isBlank()) {
			throw invalid(problem);
		}
		return value;
	}

	private static InvalidEndpointRequestException invalid(String problem) {
		return new InvalidEndpointRequestException(problem, problem);
	}

}
