package org.nangospring.sample.account;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The connected accounts in the database.
 */
interface ConnectedAccounts extends ListCrudRepository<ConnectedAccount, Long> {

	List<ConnectedAccount> findByUserIdOrderByIntegrationIdAscConnectedAtAsc(String userId);

	Optional<ConnectedAccount> findByIntegrationIdAndConnectionId(String integrationId, String connectionId);

}
