package org.nangospring.autoconfigure.listener;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordStream;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamPosition;

/**
 * A listener as the endpoint shows it.
 *
 * @param id its id
 * @param running whether it is at work in this instance
 * @param states how many streams this instance looks after, by what it does about them
 * @param streams all of its streams, or null in a summary
 */
public record ListenerDescriptor(String id, boolean running, Map<String, Long> states,
		@Nullable List<StreamDescriptor> streams) {

	@Override
	public String toString() {
		return "ListenerDescriptor[id=" + this.id + ", running=" + this.running + ", states=" + this.states + "]";
	}

	static ListenerDescriptor summary(NangoRecordListeners listeners, String id) {
		return new ListenerDescriptor(id, listeners.isRunning(id), states(own(listeners, id)), null);
	}

	static ListenerDescriptor detailed(NangoRecordListeners listeners, String id) {
		Map<RecordStreamId, RecordStream> own = own(listeners, id)
			.collect(Collectors.toMap(RecordStream::id, (stream) -> stream));
		Map<RecordStreamId, StreamPosition> saved = listeners.positions(id)
			.stream()
			.collect(Collectors.toMap(StreamPosition::stream, (position) -> position));
		List<StreamDescriptor> streams = Stream.concat(own.keySet().stream(), saved.keySet().stream())
			.distinct()
			.sorted(Comparator.comparing(RecordStreamId::toString))
			.map((stream) -> StreamDescriptor.of(stream, saved.get(stream), own.get(stream)))
			.toList();
		return new ListenerDescriptor(id, listeners.isRunning(id), states(own.values().stream()), streams);
	}

	private static Stream<RecordStream> own(NangoRecordListeners listeners, String id) {
		return listeners.streams().stream().filter((stream) -> stream.id().listenerId().equals(id));
	}

	private static Map<String, Long> states(Stream<RecordStream> streams) {
		return streams.collect(Collectors.groupingBy((stream) -> stream.activity().name().toLowerCase(Locale.ROOT),
				TreeMap::new, Collectors.counting()));
	}

}
