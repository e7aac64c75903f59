package org.nangospring.sample.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.sample.account.AccountRemoved;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps files as they are at the provider. What it writes is saved together with the
 * position of the stream, or not at all.
 */
@Component
class FileListener {

	private final Files files;

	private final ApplicationEventPublisher events;

	FileListener(Files files, ApplicationEventPublisher events) {
		this.files = files;
		this.events = events;
	}

	@NangoRecordListener(id = "files", integration = "${sample.files.integration}", model = "${sample.files.model}")
	void changed(RecordBatch<DriveDocument> batch) {
		Map<String, SharedFile> known = known(batch);
		Map<String, SharedFile> changed = new LinkedHashMap<>();
		Map<String, SharedFile> gone = new LinkedHashMap<>();
		for (NangoRecord<DriveDocument> row : batch) {
			// the last change counts
			changed.remove(row.id());
			gone.remove(row.id());
			SharedFile file = known.get(row.id());
			DriveDocument document = row.data();
			if (document != null) {
				changed.put(row.id(), toFile(file, batch.stream(), row, document));
			}
			else if (row.isDeleted() && file != null) {
				gone.put(row.id(), file);
			}
		}
		this.files.saveAll(changed.values());
		this.files.deleteAll(gone.values());
		this.events.publishEvent(new FilesChanged(batch.stream().integrationId(), batch.stream().connectionId()));
	}

	@EventListener
	void removed(AccountRemoved account) {
		this.files.deleteAll(this.files.findByIntegrationIdAndConnectionIdOrderByTitleAsc(account.integrationId(),
				account.connectionId()));
	}

	private Map<String, SharedFile> known(RecordBatch<DriveDocument> batch) {
		List<String> ids = batch.records().stream().map(NangoRecord::id).toList();
		Map<String, SharedFile> known = new HashMap<>();
		this.files
			.findByIntegrationIdAndConnectionIdAndFileIdIn(batch.stream().integrationId(),
					batch.stream().connectionId(), ids)
			.forEach((file) -> known.put(file.fileId(), file));
		return known;
	}

	private static SharedFile toFile(@Nullable SharedFile known, RecordStreamId stream, NangoRecord<DriveDocument> row,
			DriveDocument document) {
		Long id = (known != null) ? known.id() : null;
		return document.toFile(id, stream.integrationId(), stream.connectionId(), row.id(),
				row.metadata().lastModifiedAt());
	}

}
