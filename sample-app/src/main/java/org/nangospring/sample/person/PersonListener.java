package org.nangospring.sample.person;

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
 * Keeps people as they are at the provider. What it writes is saved together with the
 * position of the stream, or not at all.
 */
@Component
class PersonListener {

	private final People people;

	private final ApplicationEventPublisher events;

	PersonListener(People people, ApplicationEventPublisher events) {
		this.people = people;
		this.events = events;
	}

	@NangoRecordListener(id = "people", integration = "${sample.people.integration}", model = "${sample.people.model}")
	void changed(RecordBatch<SlackUser> batch) {
		Map<String, Person> known = known(batch);
		Map<String, Person> changed = new LinkedHashMap<>();
		Map<String, Person> gone = new LinkedHashMap<>();
		for (NangoRecord<SlackUser> row : batch) {
			// the last change counts
			changed.remove(row.id());
			gone.remove(row.id());
			Person person = known.get(row.id());
			SlackUser user = row.data();
			if (user != null) {
				changed.put(row.id(), toPerson(person, batch.stream(), row, user));
			}
			else if (row.isDeleted() && person != null) {
				gone.put(row.id(), person);
			}
		}
		this.people.saveAll(changed.values());
		this.people.deleteAll(gone.values());
		this.events.publishEvent(new PeopleChanged(batch.stream().integrationId(), batch.stream().connectionId()));
	}

	@EventListener
	void removed(AccountRemoved account) {
		this.people.deleteAll(this.people.findByIntegrationIdAndConnectionIdOrderByFullNameAsc(account.integrationId(),
				account.connectionId()));
	}

	private Map<String, Person> known(RecordBatch<SlackUser> batch) {
		List<String> ids = batch.records().stream().map(NangoRecord::id).toList();
		Map<String, Person> known = new HashMap<>();
		this.people
			.findByIntegrationIdAndConnectionIdAndPersonIdIn(batch.stream().integrationId(),
					batch.stream().connectionId(), ids)
			.forEach((person) -> known.put(person.personId(), person));
		return known;
	}

	private static Person toPerson(@Nullable Person known, RecordStreamId stream, NangoRecord<SlackUser> row,
			SlackUser user) {
		Long id = (known != null) ? known.id() : null;
		return user.toPerson(id, stream.integrationId(), stream.connectionId(), row.id(),
				row.metadata().lastModifiedAt());
	}

}
