package org.nangospring.sample.page;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.nangospring.sample.person.Person;
import org.nangospring.sample.person.PersonService;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The view with the people of the user's accounts.
 */
@Controller
class PersonController {

	private static final String SECTION = "people";

	private static final int SHOWN = 200;

	private final PersonService people;

	PersonController(PersonService people) {
		this.people = people;
	}

	@GetMapping("/people")
	String show(Model model) {
		fill(model);
		return "views/people";
	}

	@GetMapping(path = "/people", headers = "HX-Target=people")
	String tile(Model model) {
		return fill(model);
	}

	@PostMapping("/people/{id}/messages")
	String send(@PathVariable long id, @RequestParam String text, Model model, HttpServletRequest request,
			RedirectAttributes redirect) {
		Outcome outcome = Outcome.of(SECTION, () -> {
			Person person = this.people.send(id, text);
			return Outcome.done(SECTION, "The message to " + person.fullName() + " was sent.", null);
		});
		return new Form(request, model, redirect).answer(outcome, "/people", () -> fill(model));
	}

	private String fill(Model model) {
		List<Person> all = this.people.ofUser();
		model.addAttribute("people", all.subList(0, Math.min(SHOWN, all.size())));
		model.addAttribute("total", all.size());
		model.addAttribute("integration", this.people.integration());
		return "parts/people :: content";
	}

}
