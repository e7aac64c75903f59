package org.nangospring.sample.startup;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.client.NangoException;
import org.nangospring.sample.failure.Failure;
import org.nangospring.sample.failure.Failures;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Fetches once at the start and prints what came. The application starts even when
 * nothing can be fetched.
 */
@Component
class MainJob implements ApplicationRunner {

	private static final Log logger = LogFactory.getLog(MainJob.class);

	private final FetchReport report;

	MainJob(FetchReport report) {
		this.report = report;
	}

	@Override
	public void run(ApplicationArguments args) {
		try {
			logger.info("Fetched from Nango:" + System.lineSeparator() + this.report.create());
		}
		catch (NangoException ex) {
			Failure failure = Failures.of(ex);
			logger.warn("Nothing could be fetched at the start. " + failure.title() + ": " + failure.message() + " "
					+ failure.advice() + " The application runs all the same.");
		}
	}

}
