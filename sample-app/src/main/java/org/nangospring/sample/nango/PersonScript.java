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

	// every so many-th leaves
	private static final int LEAVING = 5;

	private static final List<String> FIRST_NAMES = List.of("Amara", "Ben", "Chiara", "Dmitri", "Elif", "Farid",
			"Greta", "Hiro", "Ines", "Jonas", "Kavya", "Liam", "Mei", "Noah", "Olu", "Priya", "Quentin", "Rosa",
			"Sami");

	private static final List<String> LAST_NAMES = List.of("Okafor", "Lindqvist", "Moretti", "Tanaka", "Haddad",
			"Novak", "Silva", "Kaya", "Weber", "Murphy", "Iyer", "Dubois", "Chen", "Popov", "García", "Nguyen", "Berg");

	private static final List<String> TITLES = List.of("Engineer", "Designer", "Product manager", "Support",
			"Data analyst", "Sales", "Team lead");

	private static final List<String> TIME_ZONES = List.of("Europe/Berlin", "Europe/London", "America/New_York",
			"Asia/Tokyo", "Africa/Lagos");

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
		for (int i = 0; i < live.size(); i++) {
			StoredRecord person = live.get(i);
			if (person.id().equals(leaving)) {
				batch.delete(person.id());
			}
			else if (i % LEAVING == run % LEAVING) {
				ObjectNode changed = person.data().deepCopy();
				changed.withObject("/profile").put("title", TITLES.get((i + run) % TITLES.size()));
				batch.update(person.id(), changed);
			}
		}
		for (int i = 0; i < NEW_PEOPLE; i++) {
			add(connection, batch.known() + 1, batch);
		}
	}

	private static String id(int number) {
		return "U%08X".formatted(number * 7_919 + 0x5A00000);
	}

	private static void add(Connection connection, int number, RecordBatch batch) {
		String first = FIRST_NAMES.get(number % FIRST_NAMES.size());
		String last = LAST_NAMES.get(number % LAST_NAMES.size());
		String login = (first + "." + last).toLowerCase(Locale.ROOT).replace("í", "i");
		String account = connection.credentials().account();
		ObjectNode person = Json.object();
		person.put("id", id(number));
		person.put("team_id", "T" + Integer.toHexString(account.hashCode()).toUpperCase(Locale.ROOT));
		person.put("name", login);
		person.put("deleted", false);
		person.put("tz", TIME_ZONES.get(number % TIME_ZONES.size()));
		person.putObject("profile")
			.put("real_name", first + " " + last)
			.put("display_name", first)
			.put("email", login + "@" + account + ".example")
			.put("title", TITLES.get(number % TITLES.size()));
		person.put("is_admin", number == 1);
		person.put("is_bot", false);
		batch.add(id(number), person);
	}

}
