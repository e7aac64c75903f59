package org.nangospring.sample.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.nangospring.sample.account.AccountService;
import org.nangospring.sample.account.ConnectService;
import org.nangospring.sample.nango.ManualClock;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From connecting an account to its data and back.
 */
@BrowserTest
class ConnectTests {

	private static final String DRIVE = "google-drive";

	private static final String CONNECT = "Connect account of Google Drive, opens in a new tab";

	@Autowired
	private ManualClock clock;

	@Autowired
	private AccountService accounts;

	@Autowired
	private ConnectService connect;

	@AfterEach
	void disconnectWhatIsLeft() {
		this.accounts.ofUser(DRIVE)
			.forEach((account) -> this.connect.disconnect(account.integrationId(), account.connectionId()));
	}

	@VisitorTest
	void accountIsConnectedInAnotherTabAndAppearsByItself(Visitor ada) {
		ada.open("/accounts").row("Google Drive").says("Not connected.");
		connectDrive(ada);
		ada.page().row("Google Drive").says("connected", "since");
		ada.page().row("Google Drive").doesNotSay("Not connected.");
		ada.examine("accounts-connected");
		ada.goTo("Webhooks").says("The connection was made.");
	}

	@VisitorTest
	void nothingIsConnectedWhenTheUserCancels(Visitor ada) {
		Spot page = ada.open("/accounts");
		ada.inNewTab(page.button(CONNECT), () -> {
			ada.page().button("Cancel").click();
			ada.page().says("Nothing was connected");
			ada.examine("connect-cancelled");
		});
		page.row("Google Drive").says("Not connected.");
	}

	@VisitorTest
	void filesAppearAndCanBeDownloaded(Visitor ada) throws IOException {
		connectDrive(ada.in("/accounts"));
		Spot files = ada.goTo("Files").region("Files of your accounts");
		files.says("There are none yet.");
		waitForSyncs();
		files.says("30 files");
		ada.examine("files");
		Downloads downloads = ada.downloads();
		files.row("Plans").link("Download " + name(files.row("Plans"))).click();
		Path plan = downloads.await();
		assertThat(plan.toString()).endsWith(".txt");
		assertThat(Files.readString(plan)).startsWith("# ");
	}

	@VisitorTest
	void onlyTheChosenFolderIsSynced(Visitor ada) {
		connectDrive(ada.in("/accounts"));
		Spot page = ada.goTo("Files");
		page.region("Files of your accounts").says("There are none yet.");
		page.region("Folders").says("google-drive is syncing, 0 records so far");
		ada.examine("files-syncing");
		String connection = this.accounts.ofUser(DRIVE).get(0).connectionId();
		page.region("Folders").field("Folder of " + connection + " (empty for all)").type("Reports");
		waitForSyncs();
		// it is followed although somebody types beside it
		page.region("Folders").doesNotSay("is syncing");
		page.region("Files of your accounts").says("30 files", "Plans");
		page.region("Folders").button("Save and sync").click();
		ada.settle();
		waitForSyncs();
		page.region("Files of your accounts").doesNotSay("Plans");
		page.region("Files of your accounts").says("Reports");
		ada.goTo("Connections").link(connection).click();
		ada.page().region("Details").field("folder").hasValue("Reports");
	}

	@VisitorTest
	void accountWhoseConsentWasTakenBackIsConnectedAgain(Visitor ada) {
		ada.inNewTab(ada.open("/accounts").button(CONNECT), () -> {
			ada.page().checkbox("Take the consent back at the next sync").click();
			ada.page().button("Allow access").click();
			ada.page().says("Connected");
		});
		ada.page().row("Google Drive").says("since");
		waitForSyncs();
		String connection = this.accounts.ofUser(DRIVE).get(0).connectionId();
		ada.elsewhere("/connections/google-drive/" + connection, (page) -> {
			page.region("Syncs").button("Run now : documents").click();
			page.region("Syncs").says("running");
			waitForSyncs();
		});
		ada.page().row("Google Drive").says("error");
		ada.examine("accounts-error");
		ada.inNewTab(ada.page().button("Reconnect " + connection + ", opens in a new tab"), () -> {
			ada.examine("reconnect-form");
			ada.page().button("Give consent again").click();
			ada.page().says("Connected");
		});
		// its sync runs again, some time after that is known here
		ada.patience().until(() -> "the error to be gone", () -> {
			this.clock.advance(Duration.ofSeconds(1));
			return ada.page().row("Google Drive").text().contains("error") ? null : true;
		});
	}

	@VisitorTest
	void disconnectingDeletesTheData(Visitor ada) {
		connectDrive(ada.in("/accounts"));
		ada.goTo("Files").region("Files of your accounts").says("There are none yet.");
		waitForSyncs();
		ada.page().region("Files of your accounts").says("30 files");
		String connection = this.accounts.ofUser(DRIVE).get(0).connectionId();
		ada.goTo("Accounts").button("Disconnect " + connection + " and delete its data").click();
		ada.page().row("Google Drive").says("Not connected.");
		ada.examine("accounts-disconnected");
		ada.goTo("Files").region("Files of your accounts").says("There are none yet.");
		ada.goTo("Connections").link(connection).isGone();
	}

	private void connectDrive(Visitor ada) {
		ada.inNewTab(ada.page().button(CONNECT), () -> {
			ada.page().heading("Connect Google Drive").text();
			ada.examine("connect-form");
			ada.page().field("Name of the account").type("acme");
			ada.page().button("Allow access").click();
			ada.page().says("Connected", "The application is told by a webhook.");
			ada.examine("connect-done");
		});
		ada.page().row("Google Drive").says("since");
	}

	/**
	 * Waits until the first sync has ended, and what a change has started.
	 */
	private void waitForSyncs() {
		this.clock.advance(Duration.ofSeconds(5));
	}

	private static String name(Spot row) {
		return row.text().substring(0, row.text().indexOf(" Plans"));
	}

}
