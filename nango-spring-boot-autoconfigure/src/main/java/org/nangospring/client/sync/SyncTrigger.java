package org.nangospring.client.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

/**
 * Which syncs to trigger, and from where they begin.
 */
public final class SyncTrigger {

	private final List<Object> syncs = new ArrayList<>();

	private boolean reset;

	private boolean emptyCache;

	private @Nullable SyncMode mode;

	SyncTrigger() {
	}

	/**
	 * Adds a sync. Without any, all are triggered.
	 * @param sync the name of the sync, or {@code name::variant}
	 * @return this trigger
	 */
	public SyncTrigger sync(String sync) {
		this.syncs.add(SyncName.parse(sync).body());
		return this;
	}

	/**
	 * Lets the syncs begin anew: forgets their checkpoint and the time of their last run.
	 * @return this trigger
	 */
	public SyncTrigger reset() {
		this.reset = true;
		return this;
	}

	/**
	 * Deletes all records of the syncs first, which takes a {@link #reset()} too.
	 * @return this trigger
	 */
	public SyncTrigger emptyCache() {
		this.emptyCache = true;
		return this;
	}

	/**
	 * Says in the older way from where the syncs begin; newer servers want
	 * {@link #reset()} and {@link #emptyCache()}.
	 * @param mode the mode
	 * @return this trigger
	 */
	public SyncTrigger mode(SyncMode mode) {
		this.mode = Arguments.required(mode, "mode");
		return this;
	}

	List<Object> syncs() {
		return this.syncs;
	}

	Map<String, Object> options() {
		if (this.emptyCache && !this.reset) {
			throw new IllegalArgumentException("emptyCache takes a reset too: call reset()");
		}
		if (this.mode != null) {
			if (this.reset) {
				throw new IllegalArgumentException("mode and reset say the same in two ways: use one of them");
			}
			return Map.of("sync_mode", this.mode.value());
		}
		if (!this.reset) {
			return Map.of();
		}
		Map<String, Object> options = new LinkedHashMap<>();
		options.put("reset", true);
		options.put("emptyCache", this.emptyCache);
		return Map.of("opts", options);
	}

}
