package org.nangospring.sample.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.connection.ConnectionDetail;
import org.nangospring.sample.connection.ConnectionService;
import org.nangospring.sample.connection.ConnectionView;
import org.nangospring.sample.function.DeployedFunctions;
import org.nangospring.sample.function.FunctionService;
import org.nangospring.sample.record.RecordService;
import org.nangospring.sample.sync.SyncService;
import org.nangospring.sample.sync.SyncView;
import org.nangospring.sample.web.JsonText;

import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/**
 * Fetches what the page shows of the chosen connection.
 */
@Service
class ChosenConnectionService {

	private static final int RECORDS = 10;

	private final ConnectionService connections;

	private final FunctionService functions;

	private final SyncService syncs;

	private final RecordService records;

	private final RecordTables tables;

	private final JsonText json;

	ChosenConnectionService(ConnectionService connections, FunctionService functions, SyncService syncs,
			RecordService records, RecordTables tables, JsonText json) {
		this.connections = connections;
		this.functions = functions;
		this.syncs = syncs;
		this.records = records;
		this.tables = tables;
		this.json = json;
	}

	ChosenConnection show(String integrationId, String connectionId, @Nullable ConnectionView summary,
			PageRequest request) {
		Part<ConnectionDetail> detail = Part.of(() -> this.connections.get(integrationId, connectionId));
		Part<DeployedFunctions> deployed = Part.of(() -> this.functions.of(integrationId));
		// before the records: a run that is over by now has changed them
		Part<List<SyncView>> status = Part.of(() -> this.syncs.status(integrationId, connectionId));
		String model = model(request, deployed.value());
		Part<RecordTable> table = (model != null) ? Part
			.of(() -> this.tables.of(this.records.page(integrationId, connectionId, model, cursor(request), RECORDS)))
				: null;
		return new ChosenConnection(integrationId, connectionId, summary, detail, deployed, actions(deployed.value()),
				status, model, table);
	}

	private List<ActionChoice> actions(@Nullable DeployedFunctions deployed) {
		return (deployed == null) ? List.of() : deployed.actions()
			.stream()
			.map((action) -> new ActionChoice(action.name(), action.description(), this.json.write(action.example())))
			.toList();
	}

	private static @Nullable String model(PageRequest request, @Nullable DeployedFunctions deployed) {
		if (StringUtils.hasText(request.model())) {
			return request.model();
		}
		return (deployed != null && !deployed.models().isEmpty()) ? deployed.models().get(0) : null;
	}

	private static @Nullable String cursor(PageRequest request) {
		return StringUtils.hasText(request.cursor()) ? request.cursor() : null;
	}

}
