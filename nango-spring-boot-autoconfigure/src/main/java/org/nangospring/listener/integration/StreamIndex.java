package org.nangospring.listener.integration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.LinkedHashSet;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import org.nangospring.listener.RecordStreamId;
import tools.jackson.databind.JavaType;

/**
 * Which streams a listener has, in pages, because values may not be long everywhere: the
 * store for databases has room for 4,000 characters. A page that was begun stays, so that
 * the first one that is missing is the end.
 */
final class StreamIndex {

	private static final int FULL = 3_000;

	private static final JavaType PAGE = NangoJson.instance().type(RecordStreamId[].class);

	private final AtomicMetadata metadata;

	private final Keys keys;

	/** Those before it were full when this instance looked. */
	private final Map<String, Integer> firstWithRoom = new ConcurrentHashMap<>();

	StreamIndex(AtomicMetadata metadata, Keys keys) {
		this.metadata = metadata;
		this.keys = keys;
	}

	void add(RecordStreamId stream) {
		String listenerId = stream.listenerId();
		int page = this.firstWithRoom.getOrDefault(listenerId, 0);
		while (!addTo(this.keys.index(listenerId, page), stream)) {
			page++;
		}
		this.firstWithRoom.put(listenerId, page);
	}

	private boolean addTo(String key, RecordStreamId stream) {
		while (true) {
			String json = this.metadata.get(key);
			List<RecordStreamId> streams = read(json);
			if (streams.contains(stream)) {
				return true;
			}
			streams.add(stream);
			String changed = write(streams);
			if (json != null && changed.length() > FULL) {
				return false;
			}
			boolean stored = (json != null) ? this.metadata.replace(key, json, changed)
					: this.metadata.putIfAbsent(key, changed);
			if (stored) {
				return true;
			}
		}
	}

	void remove(RecordStreamId stream) {
		int page = 0;
		while (removeFrom(this.keys.index(stream.listenerId(), page), stream)) {
			page++;
		}
		this.firstWithRoom.remove(stream.listenerId());
	}

	/**
	 * Removes a stream from a page.
	 * @return whether there is such a page
	 */
	private boolean removeFrom(String key, RecordStreamId stream) {
		while (true) {
			String json = this.metadata.get(key);
			if (json == null) {
				return false;
			}
			List<RecordStreamId> streams = read(json);
			if (!streams.remove(stream) || this.metadata.replace(key, json, write(streams))) {
				return true;
			}
		}
	}

	Set<RecordStreamId> list(String listenerId) {
		Set<RecordStreamId> streams = new LinkedHashSet<>();
		int page = 0;
		String json = this.metadata.get(this.keys.index(listenerId, page));
		while (json != null) {
			streams.addAll(read(json));
			page++;
			json = this.metadata.get(this.keys.index(listenerId, page));
		}
		return streams;
	}

	private static List<RecordStreamId> read(@Nullable String json) {
		if (json == null) {
			return new ArrayList<>();
		}
		RecordStreamId[] streams = Stored.read(json, PAGE);
		return new ArrayList<>(List.of(Objects.requireNonNull(streams)));
	}

	private static String write(List<RecordStreamId> streams) {
		return new String(NangoJson.instance().write(streams), StandardCharsets.UTF_8);
	}

}
