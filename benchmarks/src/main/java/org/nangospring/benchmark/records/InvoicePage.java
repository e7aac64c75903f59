package org.nangospring.benchmark.records;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What an application that reads pages by hand would decode them into: the fields of
 * {@link Invoice}, and Nango's beside them.
 */
record InvoicePage(@JsonProperty("next_cursor") @Nullable String nextCursor, List<InvoiceRecord> records) {

	record InvoiceRecord(String id, String number, String status, long amountInCents, boolean paid,
			Invoice.Customer customer, List<String> tags, Instant issuedAt, Instant dueAt, String description,
			@JsonProperty("_nango_metadata") Metadata metadata) {

	}

	@JsonNaming(SnakeCaseStrategy.class)
	record Metadata(Instant firstSeenAt, Instant lastModifiedAt, String lastAction, @Nullable Instant deletedAt,
			@Nullable Instant prunedAt, String cursor) {

	}

}
