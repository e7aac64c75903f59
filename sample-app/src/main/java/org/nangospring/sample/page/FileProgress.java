package org.nangospring.sample.page;

import java.util.List;
import java.util.stream.Stream;

import org.nangospring.sample.account.AccountService;
import org.nangospring.sample.account.ConnectedAccount;
import org.nangospring.sample.file.FileService;
import org.nangospring.sample.sync.SyncService;
import org.nangospring.sample.sync.SyncView;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * How far the syncs are that bring the user's files. It is fetched apart from the tile it
 * is in, so that it goes on while somebody types there.
 */
@Component
class FileProgress {

	private final FileService files;

	private final AccountService accounts;

	private final SyncService syncs;

	FileProgress(FileService files, AccountService accounts, SyncService syncs) {
		this.files = files;
		this.accounts = accounts;
		this.syncs = syncs;
	}

	String fill(Model model) {
		model.addAttribute("running",
				this.accounts.ofUser(this.files.integration()).stream().flatMap(this::running).toList());
		return "parts/file-progress :: content";
	}

	/**
	 * Nothing of an account whose syncs cannot be asked for: what is wrong with it is
	 * said elsewhere.
	 */
	private Stream<RunningSync> running(ConnectedAccount account) {
		List<SyncView> all = Part.of(() -> this.syncs.status(account.integrationId(), account.connectionId())).value();
		return (all == null) ? Stream.empty()
				: all.stream().filter(SyncView::running).map((sync) -> new RunningSync(account, sync));
	}

}
