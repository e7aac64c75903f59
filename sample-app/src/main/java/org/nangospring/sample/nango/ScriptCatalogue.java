package org.nangospring.sample.nango;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The deployed syncs.
 */
final class ScriptCatalogue {

	private final List<SyncScript> syncs;

	ScriptCatalogue(PretendProvider provider) {
		this.syncs = List.of(new IssueScript(provider), new MessageScript(provider.slack()), new PersonScript(),
				new FileScript(), new ContactScript(), new PageScript());
	}

	List<SyncScript> of(Integration integration) {
		return this.syncs.stream().filter((sync) -> sync.integration().equals(integration.uniqueKey())).toList();
	}

	/**
	 * Describes an object in JSON Schema.
	 * @param namesAndTypes the name and the type of each property in turn
	 * @return the schema, with all properties required
	 */
	static ObjectNode schema(String... namesAndTypes) {
		ObjectNode schema = Json.object().put("type", "object");
		ObjectNode properties = schema.putObject("properties");
		for (int i = 0; i < namesAndTypes.length; i += 2) {
			properties.putObject(namesAndTypes[i]).put("type", namesAndTypes[i + 1]);
			schema.withArray("required").add(namesAndTypes[i]);
		}
		return schema;
	}

}
