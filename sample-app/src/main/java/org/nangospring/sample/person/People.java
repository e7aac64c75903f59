package org.nangospring.sample.person;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The people in the database.
 */
interface People extends ListCrudRepository<Person, Long> {

	List<Person> findByIntegrationIdAndConnectionIdOrderByFullNameAsc(String integrationId, String connectionId);

	List<Person> findByIntegrationIdAndConnectionIdAndPersonIdIn(String integrationId, String connectionId,
			Collection<String> personIds);

}
