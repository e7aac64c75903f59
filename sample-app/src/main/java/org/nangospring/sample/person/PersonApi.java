package org.nangospring.sample.person;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The people of the user's accounts as JSON.
 */
@RestController
class PersonApi {

	private final PersonService people;

	PersonApi(PersonService people) {
		this.people = people;
	}

	@GetMapping("/api/people")
	List<Person> list() {
		return this.people.ofUser();
	}

}
