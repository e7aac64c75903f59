package org.nangospring.sample.page;

import jakarta.servlet.http.HttpServletRequest;
import org.nangospring.sample.sync.SyncCommand;
import org.nangospring.sample.sync.SyncService;
import org.nangospring.sample.sync.SyncView;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The tile with the syncs of a connection.
 */
@Controller
@RequestMapping("/connections/{integration}/{connection}/syncs")
class SyncController {

	private final SyncTile tile;

	private final SyncService syncs;

	SyncController(SyncTile tile, SyncService syncs) {
		this.tile = tile;
		this.syncs = syncs;
	}

	@GetMapping
	String show(@PathVariable String integration, @PathVariable String connection, Model model) {
		return this.tile.fill(new ConnectionRef(integration, connection), model);
	}

	@PostMapping
	String run(@PathVariable String integration, @PathVariable String connection, @RequestParam String sync,
			@RequestParam SyncCommand command, Model model, HttpServletRequest request, RedirectAttributes redirect) {
		ConnectionRef ref = new ConnectionRef(integration, connection);
		Outcome outcome = Outcome.of(SyncTile.NAME, () -> {
			this.syncs.run(integration, connection, sync, command);
			return Outcome.done(SyncTile.NAME, sync + " was " + command.done() + ".", null);
		});
		return new Form(request, model, redirect).answer(outcome, ref.view(SyncTile.NAME),
				() -> this.tile.fill(ref, model));
	}

	@PostMapping("/frequency")
	String setFrequency(@PathVariable String integration, @PathVariable String connection, @RequestParam String sync,
			@RequestParam(defaultValue = "") String frequency, Model model, HttpServletRequest request,
			RedirectAttributes redirect) {
		ConnectionRef ref = new ConnectionRef(integration, connection);
		Outcome outcome = Outcome.of(SyncTile.NAME, () -> {
			String now = this.syncs.setFrequency(integration, connection, sync, frequency);
			return Outcome.done(SyncTile.NAME, sync + " now runs " + SyncView.schedule(now) + ".", null);
		});
		return new Form(request, model, redirect).answer(outcome, ref.view(SyncTile.NAME),
				() -> this.tile.fill(ref, model));
	}

}
