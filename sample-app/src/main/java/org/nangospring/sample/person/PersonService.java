package org.nangospring.sample.person;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.sample.account.AccountService;
import org.nangospring.sample.failure.InvalidInputException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Shows the people of the user's accounts, and writes to them.
 */
@Service
public class PersonService {

	private final People people;

	private final AccountService accounts;

	private final NangoClient nango;

	private final String integration;

	PersonService(People people, AccountService accounts, NangoClient nango,
			@Value("${sample.people.integration}") String integration) {
		this.people = people;
		this.accounts = accounts;
		this.nango = nango;
		this.integration = integration;
	}

	/**
	 * The integration whose connections have people.
	 * @return the integration id
	 */
	public String integration() {
		return this.integration;
	}

	/**
	 * The people of all accounts of the user.
	 * @return the people by name
	 */
	public List<Person> ofUser() {
		return this.accounts.ofUser(this.integration)
			.stream()
			.flatMap((account) -> this.people
				.findByIntegrationIdAndConnectionIdOrderByFullNameAsc(account.integrationId(), account.connectionId())
				.stream())
			.sorted(Comparator.comparing(Person::fullName))
			.toList();
	}

	/**
	 * Sends a message to a person, by the action {@code send-message}.
	 * @param id the id of the person in the database
	 * @param text the message
	 * @return the person
	 */
	public Person send(long id, String text) {
		if (text.isBlank()) {
			throw new InvalidInputException("The message is empty.");
		}
		Person person = find(id);
		Sent sent = this.nango.connection(person.integrationId(), person.connectionId())
			.actions()
			.trigger("send-message", Map.of("channel", person.personId(), "text", text), Sent.class);
		if (sent != null && Boolean.FALSE.equals(sent.ok())) {
			throw new InvalidInputException("The provider did not take the message: " + sent.error());
		}
		return person;
	}

	private Person find(long id) {
		return this.people.findById(id)
			.filter((person) -> this.accounts.ofUser(person.integrationId(), person.connectionId()).isPresent())
			.orElseThrow(() -> new InvalidInputException("There is no such person among your accounts."));
	}

	/**
	 * What the action returns: Slack says in the body whether it went well.
	 *
	 * @param ok whether it did, or null
	 * @param error why not, or null
	 */
	private record Sent(@Nullable Boolean ok, @Nullable String error) {

	}

}
