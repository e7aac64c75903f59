package org.nangospring.sample.record;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Records as JSON.
 */
@RestController
class RecordApi {

	private final RecordService records;

	RecordApi(RecordService records) {
		this.records = records;
	}

	@GetMapping("/api/connections/{integrationId}/{connectionId}/records")
	RecordsView page(@PathVariable String integrationId, @PathVariable String connectionId, @RequestParam String model,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "20") int limit,
			@RequestParam(defaultValue = "") List<String> filter,
			@RequestParam(required = false) @Nullable Instant since) {
		return this.records.page(integrationId, connectionId,
				new RecordSelection(model, cursor, limit, RecordFilter.of(filter), since));
	}

}
