package org.nangospring.listener;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Finds the streams whose connections are no longer listed, and forgets the positions of
 * those that are gone for certain. A list that is empty or cut short by mistake must cost
 * no position, so each connection is asked for itself before, and nothing is forgotten
 * while most of them are missing.
 */
final class Departures {

	private static final Log logger = LogFactory.getLog(Departures.class);

	/** Among so few, all may be deleted on purpose. */
	private static final int FEW = 10;

	private final StreamRegistry registry;

	private final StreamStore store;

	/** Nango does not say that they are gone: they need not be asked for every time. */
	private final Set<RecordStreamId> kept = ConcurrentHashMap.newKeySet();

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	/** The connection that was asked for last, of each integration. */
	private final Map<String, String> lastAsked = new ConcurrentHashMap<>();

	Departures(StreamRegistry registry, StreamStore store) {
		this.registry = registry;
		this.store = store;
	}

	/**
	 * Finds what a list of connections leaves out. Not all may be asked for at once, so
	 * the first is the one behind the last that was asked for before: some for which each
	 * question fails hold up no others for ever.
	 * @param integrationId the integration of the connections
	 * @param listeners its listeners
	 * @param listed the ids of the connections in the list
	 * @return the streams in the order in which they are to be looked up
	 */
	List<Missing> missing(String integrationId, List<ListenerRuntime> listeners, Set<String> listed) {
		List<Missing> all = new ArrayList<>();
		listeners.forEach((listener) -> all.addAll(missing(listener, listed)));
		all.sort(Comparator.comparing(Missing::connectionId));
		String last = this.lastAsked.get(integrationId);
		if (last != null) {
			long before = all.stream().filter((missing) -> missing.connectionId().compareTo(last) <= 0).count();
			Collections.rotate(all, -(int) before);
		}
		return all;
	}

	/**
	 * Remembers how far questions about what is missing have come.
	 */
	void asked(String integrationId, LookUps lookUps) {
		String last = lookUps.lastAsked();
		if (last != null) {
			this.lastAsked.put(integrationId, last);
		}
	}

	/**
	 * Compares the streams of a listener with a list of connections: those that this
	 * instance looks after, and those that were looked after before it.
	 */
	private List<Missing> missing(ListenerRuntime listener, Set<String> listed) {
		Set<RecordStreamId> missing = new LinkedHashSet<>();
		this.registry.streams(listener).forEach((stream) -> missing.add(stream.id()));
		List<RecordStreamId> stored = this.store.list(listener.id())
			.stream()
			.map(StreamPosition::stream)
			.filter(listener::owns)
			.toList();
		missing.addAll(stored);
		int known = missing.size();
		missing.removeIf((stream) -> listed.contains(stream.connectionId()));
		boolean suspicious = missing.size() > FEW && missing.size() * 2 > known;
		warn(listener, suspicious, missing.size(), known);
		this.kept.removeIf((stream) -> stream.listenerId().equals(listener.id()) && !missing.contains(stream));
		missing.removeIf((stream) -> (suspicious || this.kept.contains(stream)) && this.registry.find(stream) == null);
		return missing.stream().map((stream) -> new Missing(listener, stream.connectionId(), suspicious)).toList();
	}

	private void warn(ListenerRuntime listener, boolean suspicious, int missing, int known) {
		if (!suspicious) {
			this.warned.remove(listener.id());
		}
		else if (this.warned.add(listener.id())) {
			logger.warn("Nango lists no more than " + (known - missing) + " of " + known
					+ " connections that the listener \"" + listener.id() + "\" knows. The others are listened to no"
					+ " longer, but their positions are kept, since so many are hardly deleted at once. Is"
					+ " nango.secret-key a key of the right environment?");
		}
	}

	/**
	 * Forgets the position of a stream if its connection is gone.
	 */
	void forget(RecordStreamId id, LookUps lookUps, List<RecordStreamEvent> news) {
		Boolean gone = lookUps.isGone(id.connectionId());
		if (gone == null) {
			return;
		}
		if (gone) {
			this.registry.forget(id, news);
		}
		else {
			this.kept.add(id);
		}
	}

	/**
	 * A stream whose connection is not in a list.
	 *
	 * @param listener its listener
	 * @param connectionId the connection to look up
	 * @param suspicious whether so many are missing that the list may well be wrong
	 */
	record Missing(ListenerRuntime listener, String connectionId, boolean suspicious) {
	}

}
