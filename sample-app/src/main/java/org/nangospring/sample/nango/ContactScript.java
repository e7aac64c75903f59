package org.nangospring.sample.nango;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.ObjectNode;

/**
 * The sync {@code contacts}: the address book of a sales team. At one account it is long
 * enough for paging and filters to mean something.
 */
final class ContactScript implements SyncScript {

	private static final int MANY = 1_800;

	private static final int FEW = 60;

	private static final int NEW_CONTACTS = 3;

	private static final int CHANGED_CONTACTS = 8;

	private static final long FIRST_ID = 51_000;

	private static final List<String> COMPANIES = List.of("Initech", "Umbra Logistics", "Northwind Foods",
			"Brightwater Energy", "Kestrel Insurance", "Papyrus Books", "Solstice Travel", "Tessellate Labs",
			"Harbour Health", "Meridian Rail", "Larkspur Homes", "Copperfield Bank", "Juniper Robotics");

	private static final List<String> STAGES = List.of("lead", "marketing qualified lead", "sales qualified lead",
			"opportunity", "customer");

	@Override
	public String name() {
		return "contacts";
	}

	@Override
	public String model() {
		return "Contact";
	}

	@Override
	public String integration() {
		return "hubspot";
	}

	@Override
	public String frequency() {
		return "every 6 hours";
	}

	@Override
	public ObjectNode modelSchema() {
		return ScriptCatalogue.schema("id", "string", "first_name", "string", "last_name", "string", "email", "string",
				"company", "string", "job_title", "string", "lifecycle_stage", "string");
	}

	@Override
	public boolean hasMany() {
		return true;
	}

	@Override
	public void seed(Connection connection, RecordBatch batch) {
		int count = connection.credentials().account().equals("acme") ? MANY : FEW;
		for (int number = 1; number <= count; number++) {
			add(number, batch);
		}
	}

	@Override
	public void run(Connection connection, int run, RecordBatch batch) {
		List<StoredRecord> live = batch.live();
		for (int i = 0; i < Math.min(CHANGED_CONTACTS, live.size() - 1); i++) {
			StoredRecord contact = live.get((run * 31 + i * 17) % (live.size() - 1));
			ObjectNode changed = contact.data().deepCopy();
			int stage = STAGES.indexOf(changed.path("lifecycle_stage").asString());
			changed.put("lifecycle_stage", STAGES.get(Math.min(stage + 1, STAGES.size() - 1)));
			batch.update(contact.id(), changed);
		}
		if (!live.isEmpty()) {
			batch.delete(live.get(live.size() - 1).id());
		}
		for (int i = 0; i < NEW_CONTACTS; i++) {
			add(batch.known() + 1, batch);
		}
	}

	private static void add(int number, RecordBatch batch) {
		PretendPeople.Person person = PretendPeople.person(number + 1_000);
		String company = COMPANIES.get(number * 3 % COMPANIES.size());
		String domain = company.toLowerCase(Locale.ROOT).replace(" ", "-") + ".example";
		String id = Long.toString(FIRST_ID + number);
		batch.add(id,
				Json.object((it) -> it.put("id", id)
					.put("first_name", person.first())
					.put("last_name", person.last())
					.put("email", person.login() + "@" + domain)
					.put("company", company)
					.put("job_title", PretendPeople.title(number))
					.put("lifecycle_stage", STAGES.get(number % STAGES.size()))));
	}

}
