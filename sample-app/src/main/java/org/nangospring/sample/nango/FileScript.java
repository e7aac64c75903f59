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

	private static final int NEW_FILES = 2;

	// every so many-th is thrown away, one with each run
	private static final int DELETED = 4;

	// one of so many changes with each run
	private static final int CHANGED = 15;

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
				"folder", "string", "size", "integer", "updatedAt", "string");
	}

	@Override
	public void seed(Connection connection, RecordBatch batch) {
		int first = PretendDrive.filesOf(connection.credentials().account());
		for (int number = 1; number <= first; number++) {
			if (isWanted(connection, number)) {
				add(new PretendFile(number), batch);
			}
		}
	}

	@Override
	public void run(Connection connection, int run, RecordBatch batch) {
		Map<String, StoredRecord> live = batch.live()
			.stream()
			.collect(Collectors.toMap(StoredRecord::id, Function.identity()));
		int last = PretendDrive.filesOf(connection.credentials().account()) + run * NEW_FILES;
		for (int number = 1; number <= last; number++) {
			PretendFile file = new PretendFile(number);
			boolean known = live.containsKey(file.id());
			boolean wanted = isWanted(connection, number) && !isDeleted(number, run);
			if (wanted && !known) {
				add(file, batch);
			}
			else if (wanted && number % CHANGED == run % CHANGED) {
				batch.update(file.id(), record(file, batch));
			}
			else if (!wanted && known) {
				batch.delete(file.id());
			}
		}
	}

	private static boolean isDeleted(int number, int run) {
		return number % DELETED == 0 && number / DELETED <= run;
	}

	private static boolean isWanted(Connection connection, int number) {
		String folder = connection.metadata().path("folder").asString("");
		return folder.isEmpty() || folder.equals(new PretendFile(number).folderName());
	}

	private static void add(PretendFile file, RecordBatch batch) {
		batch.add(file.id(), record(file, batch));
	}

	private static ObjectNode record(PretendFile file, RecordBatch batch) {
		return file.toRecord().put("updatedAt", Timestamps.millisZ(batch.at()));
	}

}
