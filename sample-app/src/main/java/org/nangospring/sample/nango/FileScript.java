package org.nangospring.sample.nango;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ObjectNode;

/**
 * The sync {@code documents}: the files of one folder, or of all. Which folder is in the
 * metadata of the connection.
 */
final class FileScript implements SyncScript {

	private static final int FIRST_FILES = 30;

	private static final int NEW_FILES = 2;

	// every so many-th is thrown away, one with each run
	private static final int DELETED = 4;

	@Override
	public String name() {
		return "documents";
	}

	@Override
	public String model() {
		return "Document";
	}

	@Override
	public String integration() {
		return "google-drive";
	}

	@Override
	public String frequency() {
		return "every hour";
	}

	@Override
	public ObjectNode modelSchema() {
		return ScriptCatalogue.schema("id", "string", "url", "string", "title", "string", "mimeType", "string",
				"folder", "string", "updatedAt", "string");
	}

	@Override
	public void seed(Connection connection, RecordBatch batch) {
		for (int number = 1; number <= FIRST_FILES; number++) {
			if (isWanted(connection, number)) {
				batch.add(PretendDrive.id(number), file(number, batch));
			}
		}
	}

	@Override
	public void run(Connection connection, int run, RecordBatch batch) {
		Map<String, StoredRecord> live = batch.live()
			.stream()
			.collect(Collectors.toMap(StoredRecord::id, Function.identity()));
		int last = FIRST_FILES + run * NEW_FILES;
		for (int number = 1; number <= last; number++) {
			String id = PretendDrive.id(number);
			boolean wanted = isWanted(connection, number) && !isDeleted(number, run);
			if (wanted && !live.containsKey(id)) {
				batch.add(id, file(number, batch));
			}
			else if (wanted && number % DELETED == 1 + run % (DELETED - 1)) {
				batch.update(id, file(number, batch));
			}
			else if (!wanted && live.containsKey(id)) {
				batch.delete(id);
			}
		}
	}

	private static boolean isDeleted(int number, int run) {
		return number % DELETED == 0 && number / DELETED <= run;
	}

	private static boolean isWanted(Connection connection, int number) {
		String folder = connection.metadata().path("folder").asString("");
		return folder.isEmpty() || folder.equals(PretendDrive.describe(number).path("folder").asString());
	}

	private static ObjectNode file(int number, RecordBatch batch) {
		return PretendDrive.describe(number).put("updatedAt", Timestamps.millisZ(batch.at()));
	}

}
