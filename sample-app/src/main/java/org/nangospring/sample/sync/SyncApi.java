package org.nangospring.sample.sync;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Syncs as JSON.
 */
@RestController
@RequestMapping("/api/connections/{integrationId}/{connectionId}/syncs")
class SyncApi {

	private final SyncService syncs;

	SyncApi(SyncService syncs) {
		this.syncs = syncs;
	}

	@GetMapping
	List<SyncView> status(@PathVariable String integrationId, @PathVariable String connectionId) {
		return this.syncs.status(integrationId, connectionId);
	}

	/**
	 * Carries out a command and answers with how the syncs are doing right after it: a
	 * run that was triggered goes on.
	 */
	@PostMapping("/{sync}/{command:trigger|pause|start}")
	@ResponseStatus(HttpStatus.ACCEPTED)
	List<SyncView> run(@PathVariable String integrationId, @PathVariable String connectionId, @PathVariable String sync,
			@PathVariable String command) {
		this.syncs.run(integrationId, connectionId, sync, SyncCommand.valueOf(command.toUpperCase(Locale.ROOT)));
		return this.syncs.status(integrationId, connectionId);
	}

	/**
	 * Sets how often a sync runs, and answers with what Nango has understood. Without a
	 * frequency it runs as its script says.
	 */
	@PutMapping("/{sync}/frequency")
	Frequency setFrequency(@PathVariable String integrationId, @PathVariable String connectionId,
			@PathVariable String sync, @RequestBody Frequency input) {
		return new Frequency(this.syncs.setFrequency(integrationId, connectionId, sync, input.frequency()));
	}

	/**
	 * How often a sync runs.
	 *
	 * @param frequency for example {@code every 6 hours}, or null for the default
	 */
	record Frequency(@Nullable String frequency) {

	}

}
