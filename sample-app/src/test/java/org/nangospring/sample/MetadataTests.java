package org.nangospring.sample;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metadata of a connection, changed on the page and as JSON.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class MetadataTests {

	private static final String ACME = "/connections/github/acme-github";

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void open() {
		this.browser = new Browser(this.port);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "plain words; \"plain words\"", "42; 42", "\"42\"; \"42\"", "true; true",
			"null; null", "{\"a\":[1,2]}; {\"a\":[1,2]}", "[]; []", "12 monkeys; \"12 monkeys\"", "''; \"\"" })
	void valueIsJsonIfItIsJsonAndTextOtherwise(String typed, String stored) {
		assertThat(change("ADD", "mine", typed)).contains("mine was added.").doesNotContain("class=\"failure\"");
		assertThat(metadata()).contains("\"mine\":" + stored).contains("\"repository\":\"acme/widgets\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "plain words| plain words", "\"42\"| &quot;42&quot;", "42| 42",
			"\"{\"| &quot;{&quot;", "{\"a\":1}| {&quot;a&quot;:1}" })
	void valueThatIsShownCanBeSavedAsItIs(String typed, String shown) {
		assertThat(change("ADD", "mine", typed))
			.containsPattern("id=\"key-mine\"[^>]* value=\"" + quoted(shown) + "\"");
		String before = metadata();
		assertThat(change("SAVE", "mine", shown.replace("&quot;", "\""))).contains("mine was saved.");
		assertThat(metadata()).isEqualTo(before);
	}

	@Test
	void keyGetsAnotherValueAndIsRemoved() {
		assertThat(change("SAVE", "language", "de")).contains("language was saved.");
		assertThat(metadata()).contains("\"language\":\"de\"", "\"repository\"");
		assertThat(change("REMOVE", "language", "de")).contains("language was removed.");
		assertThat(metadata()).doesNotContain("language").contains("\"repository\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "ADD; ''; x; The key must not be empty.", "ADD; language; fr; The key language is there already.",
					"ADD; broken; {\"a\"; The input is not valid JSON",
					"SAVE; language; [1; The input is not valid JSON", "REMOVE; nope; ''; There is no key nope." })
	void whatCannotBeUsedIsSaidAndChangesNothing(String command, String key, String value, String message) {
		String before = metadata();
		assertThat(change(command, key, value)).contains("class=\"failure\"", message)
			.contains("value=\"" + value.replace("\"", "&quot;") + "\"");
		assertThat(metadata()).isEqualTo(before);
	}

	@Test
	void commandThatIsMissingIsAMessage() {
		assertThat(this.browser.post(ACME + "/detail", Map.of("key", "a"), "HX-Request", "true").body())
			.contains("The command must be ADD, SAVE or REMOVE.");
	}

	@Test
	void formsWorkWithoutScripts() {
		assertThat(this.browser.submit(ACME + "/detail", Map.of("command", "SAVE", "key", "language", "value", "de"))
			.body()).startsWith("<!DOCTYPE html>").contains("language was saved.");
		assertThat(this.browser.submit(ACME + "/detail", Map.of("command", "ADD", "key", "x", "value", "{")).body())
			.contains("The input is not valid JSON")
			.containsPattern("id=\"metadata-value\"[^>]* value=\"\\{\"[^>]* aria-invalid=\"true\"");
	}

	@Test
	void errorOfNangoStandsInTheTile() {
		assertThat(this.browser
			.post("/connections/github/nope/detail", Map.of("command", "SAVE", "key", "a", "value", "b"), "HX-Request",
					"true")
			.body()).contains("NangoNotFoundException").doesNotContain("<html");
	}

	private String change(String command, String key, String value) {
		return this.browser
			.post(ACME + "/detail", Map.of("command", command, "key", key, "value", value), "HX-Request", "true")
			.body();
	}

	private String metadata() {
		return this.browser.get("/api" + ACME).json().path("metadata").toString();
	}

	private static String quoted(String text) {
		return text.replaceAll("[\\[\\]{}]", "\\\\$0");
	}

}
