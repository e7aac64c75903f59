package org.nangospring.sample.browser;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What lets the other tests fail. Each of these spoils a page in one way, which must be
 * noticed.
 */
@BrowserTest
class GuardTests {

	@VisitorTest(Look.LIGHT_DESKTOP)
	void errorOnTheConsoleIsNoticed(Visitor ada) {
		assertThat(problemsAfter(ada, "console.error('it broke')")).anyMatch((it) -> it.contains("it broke"));
	}

	@VisitorTest(Look.LIGHT_DESKTOP)
	void warningOnTheConsoleIsNoticed(Visitor ada) {
		assertThat(problemsAfter(ada, "console.warn('it may break')")).anyMatch((it) -> it.contains("it may break"));
	}

	@VisitorTest(Look.LIGHT_DESKTOP)
	void exceptionThatNobodyCatchesIsNoticed(Visitor ada) {
		assertThat(problemsAfter(ada, "setTimeout(() => { throw new Error('nobody caught it'); })"))
			.anyMatch((it) -> it.contains("nobody caught it"));
	}

	@VisitorTest(Look.LIGHT_DESKTOP)
	void requestThatFailsIsNoticed(Visitor ada) {
		assertThat(problemsAfter(ada, "fetch('/nope')"))
			.anyMatch((it) -> it.startsWith("request: 404 of ") && it.endsWith("/nope"));
	}

	@VisitorTest(Look.LIGHT_DESKTOP)
	void requestThatIsExpectedToFailIsNot(Visitor ada) {
		ada.expectFailure(404, "/nope");
		ada.open("/nope").says("There is no such page.");
		assertThat(ada.problems()).isEmpty();
	}

	@VisitorTest
	void faintTextIsNoticed(Visitor ada) {
		assertThat(problemsAfter(ada,
				"make('p', (it) => { it.textContent = 'faint'; it.style.color = '#888';"
						+ " it.style.background = '#999'; })"))
			.anyMatch((it) -> it.contains("color-contrast: ") && it.contains("faint") && it.contains("https://"));
	}

	@VisitorTest(Look.LIGHT_DESKTOP)
	void fieldWithoutALabelIsNoticed(Visitor ada) {
		assertThat(problemsAfter(ada, "make('input', (it) => { it.name = 'nameless'; })"))
			.anyMatch((it) -> it.contains("label: ") && it.contains("nameless"));
	}

	@VisitorTest(Look.LIGHT_PHONE)
	void pageThatIsWiderThanTheWindowIsNoticed(Visitor ada) {
		assertThat(problemsAfter(ada,
				"make('div', (it) => { it.id = 'wide'; it.style.minWidth = '700px'; it.style.height = '1px'; })"))
			.anyMatch((it) -> it.contains("wider than the window") && it.contains("wide"));
	}

	@VisitorTest(Look.LIGHT_PHONE)
	void buttonThatIsScrolledBelowTheBarOnTopIsNoProblem(Visitor ada) {
		ada.open("/accounts");
		assertThat(ada.driver().executeScript("""
				const bar = document.querySelector('.top').getBoundingClientRect();
				const button = [...document.querySelectorAll('main button')].find((it) => it.checkVisibility());
				button.style.width = '100%';
				document.body.style.minHeight = '3000px';
				window.scrollBy(0, button.getBoundingClientRect().bottom - bar.bottom - 9);
				return button.getBoundingClientRect().top < bar.bottom;
				""")).isEqualTo(true);
		assertThat(ada.problems()).isEmpty();
	}

	private static List<String> problemsAfter(Visitor ada, String script) {
		ada.open("/accounts");
		assertThat(ada.problems()).isEmpty();
		ada.driver().executeScript("""
				const make = (name, change) => {
				  const made = document.createElement(name);
				  change(made);
				  document.querySelector('main').append(made);
				};
				""" + script);
		List<String> found = new ArrayList<>();
		ada.patience().until(() -> "problems", () -> {
			found.addAll(ada.problems());
			return found.isEmpty() ? null : found;
		});
		found.addAll(ada.problems());
		return found;
	}

}
