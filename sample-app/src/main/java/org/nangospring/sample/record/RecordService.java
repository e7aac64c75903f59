package org.nangospring.sample.record;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.client.record.RecordPage;
import org.nangospring.client.record.Records;

import org.springframework.stereotype.Service;

/**
 * Reads records.
 */
@Service
public class RecordService {

	private final NangoClient nango;

	RecordService(NangoClient nango) {
		this.nango = nango;
	}

	/**
	 * Reads a page of records, those that were changed first coming first.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param model the model
	 * @param cursor where to go on, or null to begin
	 * @param limit how many at most
	 * @return the page
	 */
	public RecordsView page(String integrationId, String connectionId, String model, @Nullable String cursor,
			int limit) {
		Records<Map<String, Object>> records = this.nango.connection(integrationId, connectionId).records(model);
		RecordPage<Map<String, Object>> page = records.after(cursor).limit(limit).page();
		return new RecordsView(model, page.records().stream().map(RecordView::of).toList(), page.nextCursor());
	}

}
