package org.nangospring.benchmark.records;

import java.time.Instant;
import java.util.List;

/**
 * What the stub's records are.
 */
record Invoice(String id, String number, String status, long amountInCents, boolean paid, Customer customer,
		List<String> tags, Instant issuedAt, Instant dueAt, String description) {

	record Customer(String name, String email, String country) {

	}

}
