package org.nangospring.sample.record;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.client.record.RecordAction;
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
	 * @param selection which records are wanted
	 * @return the page
	 */
	public RecordsView page(String integrationId, String connectionId, RecordSelection selection) {
		Records<Map<String, @Nullable Object>> records = this.nango.connection(integrationId, connectionId)
			.records(selection.model())
			.after(selection.cursor())
			.limit(selection.limit());
		if (!selection.filter().isEmpty()) {
			records = records
				.filter(selection.filter().stream().map(RecordFilter::action).toArray(RecordAction[]::new));
		}
		if (selection.since() != null) {
			records = records.modifiedAfter(selection.since());
		}
		RecordPage<Map<String, @Nullable Object>> page = records.page();
		return new RecordsView(selection.model(), page.records().stream().map(RecordView::of).toList(),
				page.nextCursor());
	}

}
