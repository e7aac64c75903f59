package org.nangospring.sample.page;

import java.util.List;

import org.nangospring.sample.sync.SyncService;
import org.nangospring.sample.sync.SyncView;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The syncs of a connection.
 */
@Component
class SyncTile {

	static final String NAME = "syncs";

	private final SyncService syncs;

	SyncTile(SyncService syncs) {
		this.syncs = syncs;
	}

	String fill(ConnectionRef ref, Model model) {
		Part<List<SyncView>> all = Part.of(() -> this.syncs.status(ref.integrationId(), ref.connectionId()));
		model.addAttribute("ref", ref);
		model.addAttribute("syncs", all);
		model.addAttribute("syncing", all.value() != null && all.value().stream().anyMatch(SyncView::running));
		return "parts/syncs :: content";
	}

}
