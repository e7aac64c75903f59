package org.nangospring.sample.page;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.function.DeployedFunctions;
import org.nangospring.sample.function.FunctionService;
import org.nangospring.sample.record.RecordFilter;
import org.nangospring.sample.record.RecordSelection;
import org.nangospring.sample.record.RecordService;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The records of a connection.
 */
@Component
class RecordTile {

	private static final int RECORDS = 10;

	private final FunctionService functions;

	private final RecordService records;

	private final RecordTables tables;

	RecordTile(FunctionService functions, RecordService records, RecordTables tables) {
		this.functions = functions;
		this.records = records;
		this.tables = tables;
	}

	String fill(ConnectionRef ref, RecordChoice choice, Model model) {
		Part<DeployedFunctions> functions = Part.of(() -> this.functions.of(ref.integrationId()));
		String chosen = model(choice, functions.value());
		RecordChoice complete = new RecordChoice(chosen, choice.filter(), choice.since(), choice.cursor());
		model.addAttribute("ref", ref);
		model.addAttribute("functions", functions);
		model.addAttribute("model", chosen);
		model.addAttribute("choice", complete);
		model.addAttribute("recordFilters", RecordFilter.values());
		if (chosen != null) {
			Part<RecordTable> table = Part.of(() -> table(ref, chosen, complete));
			model.addAttribute("records", table);
			model.addAttribute("links",
					RecordLinks.of(complete, (table.value() != null) ? table.value().nextCursor() : null));
		}
		return "parts/records :: content";
	}

	private RecordTable table(ConnectionRef ref, String model, RecordChoice choice) {
		RecordSelection selection = new RecordSelection(model, choice.start(), RECORDS,
				RecordFilter.of(choice.filter()), choice.sinceTime());
		return this.tables.of(this.records.page(ref.integrationId(), ref.connectionId(), selection));
	}

	private static @Nullable String model(RecordChoice choice, @Nullable DeployedFunctions deployed) {
		if (choice.model() != null) {
			return choice.model();
		}
		return (deployed != null && !deployed.models().isEmpty()) ? deployed.models().get(0) : null;
	}

}
