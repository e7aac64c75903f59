package org.nangospring.sample.page;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The view of one connection. Within the page its tiles are fetched one by one, so that
 * each is there as soon as Nango has answered; a page that is loaded as a whole has them
 * all.
 */
@Controller
class ConnectionController {

	private final DetailTile detail;

	private final SyncTile syncs;

	private final RecordTile records;

	private final ActionTile actions;

	private final ProxyTile proxy;

	ConnectionController(DetailTile detail, SyncTile syncs, RecordTile records, ActionTile actions, ProxyTile proxy) {
		this.detail = detail;
		this.syncs = syncs;
		this.records = records;
		this.actions = actions;
		this.proxy = proxy;
	}

	@GetMapping("/connections/{integration}/{connection}")
	String show(@PathVariable String integration, @PathVariable String connection, RecordChoice choice, Model model,
			HttpServletRequest request) {
		ConnectionRef ref = new ConnectionRef(integration, connection);
		boolean lazy = Htmx.isUsed(request);
		boolean known = this.detail.fill(ref, model);
		model.addAttribute("known", known);
		model.addAttribute("lazy", lazy);
		model.addAttribute("choice", choice);
		if (known && !lazy) {
			// before the records: a run that is over by now has changed them
			this.syncs.fill(ref, model);
			this.records.fill(ref, choice, model);
			this.actions.fill(ref, null, model);
			this.proxy.fill(ref, model);
		}
		return "views/connection";
	}

}
