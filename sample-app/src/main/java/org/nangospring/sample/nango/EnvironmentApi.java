package org.nangospring.sample.nango;

import java.util.List;

/**
 * {@code /environment-variables}.
 */
final class EnvironmentApi {

	void register(Router router) {
		router.add("GET", "/environment-variables", this::list);
	}

	private Answer list(Request request, List<String> path) {
		request.query().allowOnly();
		return Answer.json(Json
			.array(List.of(Json.object((it) -> it.put("name", "DEFAULT_REPOSITORY").put("value", "acme/widgets")),
					Json.object((it) -> it.put("name", "SUPPORT_CHANNEL").put("value", "support")))));
	}

}
