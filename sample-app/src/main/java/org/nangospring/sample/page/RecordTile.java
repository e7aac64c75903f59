package org.nangospring.sample.page;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.function.DeployedFunctions;
import org.nangospring.sample.function.FunctionService;
import org.nangospring.sample.record.RecordService;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;

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
		model.addAttribute("ref", ref);
		model.addAttribute("functions", functions);
		model.addAttribute("model", chosen);
		model.addAttribute("choice", choice);
		if (chosen != null) {
			String cursor = StringUtils.hasText(choice.cursor()) ? choice.cursor() : null;
			model.addAttribute("records", Part.of(() -> this.tables
				.of(this.records.page(ref.integrationId(), ref.connectionId(), chosen, cursor, RECORDS))));
		}
		return "parts/records :: content";
	}

	private static @Nullable String model(RecordChoice choice, @Nullable DeployedFunctions deployed) {
		if (StringUtils.hasText(choice.model())) {
			return choice.model();
		}
		return (deployed != null && !deployed.models().isEmpty()) ? deployed.models().get(0) : null;
	}

}
