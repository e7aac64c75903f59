package org.nangospring.sample.page;

import java.util.List;

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
 * The page with the people of the user's accounts.
 */
@Controller
class PersonController {

	private static final String SECTION = "people";

	private static final int SHOWN = 200;

	private final Site site;

	private final PersonService people;

	PersonController(Site site, PersonService people) {
		this.site = site;
		this.people = people;
	}

	@GetMapping("/people")
	String show(Model model) {
		List<Person> all = this.people.ofUser();
		model.addAttribute("people", all.subList(0, Math.min(SHOWN, all.size())));
		model.addAttribute("total", all.size());
		model.addAttribute("integration", this.people.integration());
		model.addAttribute("page", this.site.view());
		return SECTION;
	}

	@PostMapping("/people/{id}/messages")
	String send(@PathVariable long id, @RequestParam String text, RedirectAttributes redirect) {
		redirect.addFlashAttribute("outcome", Outcome.of(SECTION, () -> {
			Person person = this.people.send(id, text);
			return Outcome.done(SECTION, "The message to " + person.fullName() + " was sent.", null);
		}));
		return "redirect:/people";
	}

}
