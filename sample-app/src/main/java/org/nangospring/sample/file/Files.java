package org.nangospring.sample.file;

import java.util.Collection;
import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The files in the database.
 */
interface Files extends ListCrudRepository<SharedFile, Long> {

	List<SharedFile> findByIntegrationIdAndConnectionIdOrderByTitleAsc(String integrationId, String connectionId);

	List<SharedFile> findByIntegrationIdAndConnectionIdAndFileIdIn(String integrationId, String connectionId,
			Collection<String> fileIds);

}
