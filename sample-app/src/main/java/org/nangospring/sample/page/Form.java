package org.nangospring.sample.page;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A form that was sent, and how it is answered: htmx gets the tile that the form is in,
 * and every other browser is sent back to the view, so that reloading it repeats nothing.
 * What came of the form travels there in flash attributes.
 */
final class Form {

	static final String OUTCOME = "outcome";

	private final boolean htmx;

	private final Model model;

	private final RedirectAttributes redirect;

	Form(HttpServletRequest request, Model model, RedirectAttributes redirect) {
		this.htmx = Htmx.isUsed(request);
		this.model = model;
		this.redirect = redirect;
	}

	/**
	 * Keeps what was typed, so that it can be shown again.
	 * @param name the name of the attribute
	 * @param typed what was typed
	 * @return this form
	 */
	Form keep(String name, Object typed) {
		if (this.htmx) {
			this.model.addAttribute(name, typed);
		}
		else {
			this.redirect.addFlashAttribute(name, typed);
		}
		return this;
	}

	/**
	 * Answers the form.
	 * @param outcome what came of it
	 * @param view where the view is; its fragment names the section of the outcome
	 * @param tile makes the tile, and returns its template
	 * @return the template or the redirect
	 */
	String answer(Outcome outcome, String view, Supplier<String> tile) {
		keep(OUTCOME, outcome);
		return this.htmx ? tile.get() : "redirect:" + view;
	}

	/**
	 * What was typed in the form that was sent last, if that was this one.
	 * @param <T> the type of the form
	 * @param model the model
	 * @param name the name of the attribute
	 * @param type the type of the form
	 * @return the form, or null
	 */
	static <T> @Nullable T kept(Model model, String name, Class<T> type) {
		Object typed = model.getAttribute(name);
		return type.isInstance(typed) ? type.cast(typed) : null;
	}

}
