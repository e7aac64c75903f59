package org.nangospring.sample.startup;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.NangoException;
import org.nangospring.sample.account.LostAccounts;
import org.nangospring.sample.failure.Failure;
import org.nangospring.sample.failure.Failures;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Fetches once at the start, prints what came, and makes up for webhooks that were sent
 * while nobody was there. The application starts even when nothing can be fetched.
 */
@Component
class MainJob implements ApplicationRunner {

	private static final Log logger = LogFactory.getLog(MainJob.class);

	private final FetchReport report;

	private final LostAccounts accounts;

	MainJob(FetchReport report, LostAccounts accounts) {
		this.report = report;
		this.accounts = accounts;
	}

	@Override
	public void run(ApplicationArguments args) {
		try {
			logger.info("Fetched from Nango:" + System.lineSeparator() + this.report.create());
			this.accounts.reconcile();
		}
		catch (NangoException ex) {
			Failure failure = Failures.of(ex);
			logger.warn("Nothing could be fetched at the start. " + failure.title() + ": " + failure.message() + " "
					+ failure.advice() + " The application runs all the same.");
		}
	}

}
