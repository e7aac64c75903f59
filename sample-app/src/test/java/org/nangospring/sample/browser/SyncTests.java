package org.nangospring.sample.browser;

import java.time.Duration;

import org.nangospring.sample.nango.ManualClock;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Syncs of a connection, and the records that they bring.
 */
@BrowserTest
class SyncTests {

	private static final String CONNECTION = "/connections/github/acme-github";

	private static final Duration RUN = Duration.ofSeconds(2);

	@Autowired
	private ManualClock clock;

	@VisitorTest
	void syncIsRunAndItsRecordsAppearByThemselves(Visitor ada) {
		Spot page = ada.open(CONNECTION);
		page.region("Syncs").button("Run now : github-issues").click();
		page.region("Syncs").message().says("github-issues was triggered.");
		page.region("Syncs").says("running");
		ada.examine("sync-running");
		this.clock.advance(RUN);
		page.region("Syncs").says("success", "2 added, 3 updated, 1 deleted");
		ada.examine("sync-done");
	}

	@VisitorTest
	void syncIsPausedAndStarted(Visitor ada) {
		Spot syncs = ada.open(CONNECTION).region("Syncs");
		syncs.button("Pause github-issues").click();
		syncs.message().says("github-issues was paused.");
		syncs.says("paused");
		ada.examine("sync-paused");
		syncs.button("Start github-issues").click();
		syncs.message().says("github-issues was started.");
		syncs.says("success");
	}

	@VisitorTest
	void recordsThatASyncBringsAppearByThemselves(Visitor ada) {
		Spot records = ada.open(CONNECTION).region("Records");
		records.checkbox("deleted").click();
		records.button("Apply").click();
		records.link("Clear").text();
		int before = records.rows();
		ada.elsewhere(CONNECTION, (page) -> {
			page.region("Syncs").button("Run now : github-issues").click();
			page.region("Syncs").says("running");
			this.clock.advance(RUN);
			page.region("Syncs").says("success");
		});
		records.hasRows(before + 1);
		ada.examine("records-filtered");
	}

	@VisitorTest
	void filterIsClearedAgain(Visitor ada) {
		Spot records = ada.open(CONNECTION).region("Records");
		records.field("Changed since (UTC)").set("2027-01-01T00:00");
		records.button("Apply").click();
		records.says("No records fit the filter.");
		ada.examine("records-none");
		records.link("Clear").click();
		records.row("1001").text();
	}

	@VisitorTest
	void frequencyIsSetAndTakenBack(Visitor ada) {
		Spot syncs = ada.open(CONNECTION).region("Syncs");
		syncs.says("every hour");
		syncs.button("Change how often github-issues runs").click();
		syncs.field("Frequency (empty for what its script says)").type("every 6 hours");
		ada.examine("sync-frequency");
		syncs.button("Save").click();
		syncs.says("every 6 hours");
		syncs.button("Change how often github-issues runs").click();
		syncs.field("Frequency (empty for what its script says)").type("every blue moon");
		syncs.button("Save").click();
		syncs.failure().text();
		syncs.openIfClosed("Change how often github-issues runs");
		syncs.field("Frequency (empty for what its script says)").type("");
		syncs.button("Save").click();
		syncs.says("every hour");
	}

	@VisitorTest
	void recordsAreTurnedPageByPage(Visitor ada) {
		Spot records = ada.open(CONNECTION).region("Records");
		String first = records.row("10").text();
		records.link("Next page").click();
		records.link("First page").text();
		assertThat(records.row("10").text()).isNotEqualTo(first);
		ada.examine("records-second-page");
		records.link("Previous page").click();
		records.says("Page 1");
		assertThat(records.row("10").text()).isEqualTo(first);
	}

	@VisitorTest
	void recordShowsAllItsFields(Visitor ada) {
		Spot record = ada.open(CONNECTION).region("Records").row("1005");
		record.button("JSON of 1005").click();
		record.says("\"number\"");
		ada.examine("record-json");
	}

}
