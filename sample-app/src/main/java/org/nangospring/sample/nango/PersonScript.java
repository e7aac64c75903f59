package org.nangospring.sample.nango;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.ObjectNode;

/**
 * The sync {@code slack-users}: the people of a company, some of whom come, change jobs
 * and leave.
 */
final class PersonScript implements SyncScript {

	private static final int FIRST_PEOPLE = 24;

	private static final int NEW_PEOPLE = 2;

	private static final String SENIOR = "Senior ";

	// every so many-th leaves
	private static final int LEAVING = 5;

	// so many others get another title
	private static final int PROMOTED = 2;

	@Override
	public String name() {
		return "slack-users";
	}

	@Override
	public String model() {
		return "SlackUser";
	}

	@Override
	public String integration() {
		return "slack";
	}

	@Override
	public String frequency() {
		return "every hour";
	}

	@Override
	public ObjectNode modelSchema() {
		return ScriptCatalogue.schema("id", "string", "team_id", "string", "name", "string", "deleted", "boolean", "tz",
				"string", "profile", "object", "is_admin", "boolean", "is_bot", "boolean");
	}

	@Override
	public void seed(Connection connection, RecordBatch batch) {
		for (int number = 1; number <= FIRST_PEOPLE; number++) {
			add(connection, number, batch);
		}
	}

	@Override
	public void run(Connection connection, int run, RecordBatch batch) {
		List<StoredRecord> live = batch.live();
		String leaving = id(run * LEAVING);
		List<StoredRecord> staying = live.stream().filter((person) -> !person.id().equals(leaving)).toList();
		if (staying.size() < live.size()) {
			batch.delete(leaving);
		}
		for (int i = 0; i < Math.min(PROMOTED, staying.size()); i++) {
			StoredRecord person = staying.get((run * PROMOTED + i) % staying.size());
			ObjectNode changed = person.data().deepCopy();
			String title = changed.at("/profile/title").asString();
			changed.withObject("/profile").put("title", promoted(title));
			batch.update(person.id(), changed);
		}
		for (int i = 0; i < NEW_PEOPLE; i++) {
			add(connection, batch.known() + 1, batch);
		}
	}

	static String id(int number) {
		return "U%08X".formatted(number * 7_919 + 0x5A00000);
	}

	static ObjectNode person(String account, int number) {
		PretendPeople.Person name = PretendPeople.person(number);
		ObjectNode person = Json.object();
		person.put("id", id(number));
		person.put("team_id", "T" + Integer.toHexString(account.hashCode()).toUpperCase(Locale.ROOT));
		person.put("name", name.login());
		person.put("deleted", false);
		person.put("tz", PretendPeople.timeZone(number));
		person.putObject("profile")
			.put("real_name", name.fullName())
			.put("display_name", name.first())
			.put("email", name.login() + "@" + account + ".example")
			.put("title", PretendPeople.title(number));
		person.put("is_admin", number == 1);
		person.put("is_bot", false);
		return person;
	}

	private static void add(Connection connection, int number, RecordBatch batch) {
		batch.add(id(number), person(connection.credentials().account(), number));
	}

	private static String promoted(String title) {
		return title.startsWith(SENIOR) ? "Lead " + title.substring(SENIOR.length()) : SENIOR + title;
	}

}
