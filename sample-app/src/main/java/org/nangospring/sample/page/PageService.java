package org.nangospring.sample.page;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.sample.connection.Catalogue;
import org.nangospring.sample.connection.ConnectionView;
import org.nangospring.sample.setup.NangoTarget;
import org.nangospring.sample.webhook.WebhookLog;

import org.springframework.stereotype.Service;

/**
 * Puts the page together.
 */
@Service
class PageService {

	private final NangoTarget target;

	private final NangoClient nango;

	private final Catalogue catalogue;

	private final ChosenConnectionService chosen;

	private final WebhookLog webhooks;

	PageService(NangoTarget target, NangoClient nango, Catalogue catalogue, ChosenConnectionService chosen,
			WebhookLog webhooks) {
		this.target = target;
		this.nango = nango;
		this.catalogue = catalogue;
		this.chosen = chosen;
		this.webhooks = webhooks;
	}

	PageView page(PageRequest request) {
		Part<List<Catalogue.Entry>> entries = Part.of(this.catalogue::entries);
		// one message is enough when nothing can be fetched
		ChosenConnection connection = (entries.value() != null) ? chosen(request, entries.value()) : null;
		return new PageView(this.target, entries, connection, this.webhooks.newestFirst(), this.nango.rateLimit());
	}

	private @Nullable ChosenConnection chosen(PageRequest request, List<Catalogue.Entry> entries) {
		if (request.namesConnection()) {
			String integrationId = Objects.requireNonNull(request.integration());
			String connectionId = Objects.requireNonNull(request.connection());
			return this.chosen.show(integrationId, connectionId, find(integrationId, connectionId, entries), request);
		}
		return Catalogue.favourite(entries)
			.map((it) -> this.chosen.show(it.integrationId(), it.connectionId(), it, request))
			.orElse(null);
	}

	private static @Nullable ConnectionView find(String integrationId, String connectionId,
			List<Catalogue.Entry> entries) {
		return entries.stream()
			.flatMap((entry) -> entry.connections().stream())
			.filter((it) -> it.integrationId().equals(integrationId) && it.connectionId().equals(connectionId))
			.findFirst()
			.orElse(null);
	}

}
