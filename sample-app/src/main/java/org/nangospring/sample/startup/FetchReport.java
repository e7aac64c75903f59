package org.nangospring.sample.startup;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.nangospring.client.NangoClient;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.sample.connection.Catalogue;
import org.nangospring.sample.connection.ConnectionView;
import org.nangospring.sample.function.FunctionService;

import org.springframework.stereotype.Service;

/**
 * Fetches what there is and sums it up for the console.
 */
@Service
class FetchReport {

	private static final int MAX_RECORDS = 1_000;

	private static final int SHOWN = 3;

	private final Catalogue catalogue;

	private final FunctionService functions;

	private final NangoClient nango;

	FetchReport(Catalogue catalogue, FunctionService functions, NangoClient nango) {
		this.catalogue = catalogue;
		this.functions = functions;
		this.nango = nango;
	}

	/**
	 * Fetches integrations and connections, and the records of one connection.
	 * @return some lines
	 */
	String create() {
		List<Catalogue.Entry> entries = this.catalogue.entries();
		Stream<String> lines = Stream.concat(entries.stream().map(FetchReport::line),
				Catalogue.favourite(entries).stream().flatMap(this::records));
		return lines.map((line) -> "  " + line).collect(Collectors.joining(System.lineSeparator()));
	}

	private static String line(Catalogue.Entry entry) {
		String connections = entry.connections().stream().map(FetchReport::name).collect(Collectors.joining(", "));
		return "%s: %s".formatted(entry.integration().integrationId(),
				connections.isEmpty() ? "no connections" : connections);
	}

	private static String name(ConnectionView connection) {
		return connection.connectionId()
				+ (connection.errors().isEmpty() ? "" : " (error: " + String.join(", ", connection.errors()) + ")");
	}

	private Stream<String> records(ConnectionView connection) {
		return this.functions.of(connection.integrationId())
			.models()
			.stream()
			.limit(1)
			.flatMap((model) -> records(connection, model));
	}

	private Stream<String> records(ConnectionView connection, String model) {
		Map<String, Integer> actions = new TreeMap<>();
		List<String> newest;
		try (Stream<NangoRecord<Map<String, Object>>> all = this.nango
			.connection(connection.integrationId(), connection.connectionId())
			.records(model)
			.stream()) {
			newest = all.limit(MAX_RECORDS)
				.peek((row) -> actions.merge(row.metadata().lastAction().value(), 1, Integer::sum))
				.map(FetchReport::title)
				.toList();
		}
		String summary = "%s of %s: %d records %s, among them".formatted(model, connection.connectionId(),
				newest.size(), actions);
		return Stream.concat(Stream.of(summary), newest.stream().limit(SHOWN).map((title) -> "  - " + title));
	}

	private static String title(NangoRecord<Map<String, Object>> row) {
		Map<String, Object> data = row.data();
		Object title = (data != null) ? data.getOrDefault("title", data.get("text")) : null;
		return row.id() + ((title != null) ? " " + title : "");
	}

}
