package org.nangospring.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.sample.nango.ManualClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which records are shown, on the page and as JSON.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "nango.secret-key=")
@Import(MovableClock.class)
@DirtiesContext
class RecordFilterTests {

	private static final String ACME = "/connections/github/acme-github";

	private static final Pattern ROW = Pattern.compile("<th scope=\"row\">([^<]+)</th>");

	@Autowired
	private ManualClock clock;

	@LocalServerPort
	private int port;

	private Browser browser;

	@BeforeEach
	void runTheSyncOnce() {
		this.browser = new Browser(this.port);
		this.browser.postJson("/api" + ACME + "/syncs/github-issues/trigger", "");
		this.clock.advance(Duration.ofMinutes(1));
	}

	@Test
	void recordsAreFilteredByWhatHappenedToThem() {
		String deleted = tile("?filter=deleted");
		assertThat(rows(deleted)).isNotEmpty();
		assertThat(deleted).contains("badge deleted\">deleted<").doesNotContain(">added<", ">updated<", "Next page");
		assertThat(deleted).containsPattern("id=\"filter-deleted\"[^>]* checked=\"checked\"")
			.doesNotContainPattern("id=\"filter-added\"[^>]* checked");
		assertThat(tile("?filter=updated&filter=deleted")).contains(">deleted<", ">updated<").doesNotContain(">added<");
	}

	@Test
	void recordsAreFilteredByTheTimeOfTheirChange() {
		String since = this.clock.instant().minus(Duration.ofMinutes(2)).toString().substring(0, 16);
		String recent = tile("?since=" + since);
		assertThat(rows(recent)).isNotEmpty().doesNotContainAnyElementsOf(rows(tile("?filter=added")).subList(0, 5));
		assertThat(recent).contains("value=\"" + since + "\"", "Clear");
		assertThat(tile("?since=2099-01-01T00:00")).contains("No records fit the filter.");
	}

	@Test
	void filterBecomesPartOfTheAddress() {
		Browser.Reply tile = this.browser.get(ACME + "/records?model=GithubIssue&filter=added&since=", "HX-Request",
				"true", "HX-Trigger", "records-filter");
		assertThat(tile.header("HX-Push-Url")).isEqualTo(ACME + "?model=GithubIssue&filter=added");
		assertThat(rows(this.browser.get(tile.header("HX-Push-Url")).body())).isEqualTo(rows(tile.body()));
	}

	@Test
	void whatCannotBeUsedIsSaidInTheTile() {
		assertThat(tile("?since=yesterday")).contains("The time must be like 2026-12-31T23:59.");
		assertThat(tile("?filter=lost")).contains("Records are added, updated or deleted, but not lost.");
		assertThat(tile("?since=2001-01-01T00:00")).contains("NangoInvalidRequestException");
		assertThat(tile("?filter=%3Cb%3E")).doesNotContain("<b>");
	}

	@Test
	void pagesAreTurnedBothWaysAndKeepTheFilter() {
		String first = tile("?filter=added");
		assertThat(first).contains("Page 1").doesNotContain("Previous page", "First page");
		String second = tile(query(first, "next-page"));
		String third = tile(query(second, "next-page"));
		assertThat(second).contains("Page 2").containsPattern("id=\"filter-added\"[^>]* checked");
		assertThat(third).contains("Page 3");
		List<String> all = new ArrayList<>(rows(first));
		all.addAll(rows(second));
		all.addAll(rows(third));
		assertThat(all).hasSize(30).doesNotHaveDuplicates();
		assertThat(rows(tile(query(third, "previous-page")))).isEqualTo(rows(second));
		assertThat(rows(tile(query(third, "first-page")))).isEqualTo(rows(first));
	}

	@Test
	void chosenRecordsAreThereWhenThePageIsLoadedAgain() {
		String second = tile(query(tile(""), "next-page"));
		Matcher link = Pattern.compile("id=\"next-page\"[^>]* href=\"([^\"#]+)#records\"").matcher(second);
		assertThat(link.find()).isTrue();
		String whole = this.browser.get(link.group(1).replace("&amp;", "&")).body();
		assertThat(whole).startsWith("<!DOCTYPE html>").contains("Page 3", "Call the provider");
		String view = this.browser.get(link.group(1).replace("&amp;", "&"), "HX-Request", "true").body();
		assertThat(view).containsPattern("id=\"records-state\"(?s:.*)name=\"cursor\"(?s:.*)name=\"cursor\"");
	}

	@Test
	void filtersAreThereAsJson() {
		String records = "/api" + ACME + "/records?model=GithubIssue&limit=100";
		assertThat(this.browser.get(records + "&filter=deleted").json().path("records").valueStream()).isNotEmpty()
			.allMatch((row) -> row.path("lastAction").asString().equals("DELETED"));
		assertThat(this.browser.get(records + "&since=2099-01-01T00:00:00Z").json().path("records")).isEmpty();
		assertThat(this.browser.get(records + "&filter=lost").status()).isEqualTo(400);
	}

	private String tile(String query) {
		return this.browser.get(ACME + "/records" + query, "HX-Request", "true").body();
	}

	private static List<String> rows(String tile) {
		return ROW.matcher(tile).results().map((row) -> row.group(1)).toList();
	}

	private static String query(String tile, String link) {
		Matcher matcher = Pattern.compile("id=\"" + link + "\"[^>]* hx-get=\"[^\"?]+([^\"]+)\"").matcher(tile);
		assertThat(matcher.find()).as(link).isTrue();
		return matcher.group(1).replace("&amp;", "&");
	}

}
