package org.nangospring.sample.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures of the documentation. All that is on them is the same each time but the
 * times of the experiment, as long as nobody changes the pages.
 */
@BrowserTest
class PictureTests {

	private static final Path ROOT = Path.of("..");

	private static final long LARGEST = 250_000;

	private static final Pattern PICTURE = Pattern.compile("(?:!\\[([^]]*)]\\(|<img [^>]*src=\")([^)\"]+\\.png)");

	@VisitorTest(Look.LIGHT_DESKTOP)
	void overview(Visitor ada) {
		ada.open("/").region("Integrations").says("acme-github");
		ada.publish("sample-overview");
	}

	@VisitorTest(Look.DARK_DESKTOP)
	void connection(Visitor ada) {
		ada.open("/connections/github/acme-github").region("Records").says("1001");
		ada.publish("sample-connection");
	}

	@VisitorTest(Look.DARK_PHONE)
	void accounts(Visitor ada) {
		ada.open("/accounts").row("Slack").says("acme-slack");
		ada.publish("sample-accounts");
	}

	@VisitorTest(Look.LIGHT_DESKTOP)
	void resilience(Visitor ada) {
		Spot page = ada.open("/resilience");
		page.button("Nango is down for a moment").click();
		page.region("What happened").says("succeeded", "200 OK");
		ada.settle();
		ada.scrollTo("run");
		ada.publish("sample-resilience");
	}

	@Test
	void everyPictureIsThereAndSmall() throws IOException {
		for (Path page : List.of(ROOT.resolve("README.md"), ROOT.resolve("docs/sample.md"))) {
			List<MatchResult> pictures = PICTURE.matcher(Files.readString(page)).results().toList();
			assertThat(pictures).as("pictures in %s", page).isNotEmpty();
			for (MatchResult picture : pictures) {
				Path file = page.resolveSibling(picture.group(2));
				assertThat(file).isRegularFile();
				assertThat(Files.size(file)).as("the size of %s", file).isLessThan(LARGEST);
			}
		}
	}

}
