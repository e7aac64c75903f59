package org.nangospring.sample.browser;

import java.time.Duration;

import org.nangospring.sample.nango.ManualClock;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Webhooks that come in while somebody looks.
 */
@BrowserTest
class WebhookTests {

	@Autowired
	private ManualClock clock;

	@VisitorTest
	void webhookAppearsByItself(Visitor ada) {
		Spot feed = ada.open("/webhooks").region("Last webhooks");
		ada.examine("webhooks-before");
		ada.elsewhere("/connections/github/globex-github", (page) -> {
			page.region("Syncs").button("Run now : github-issues").click();
			page.region("Syncs").says("running");
			this.clock.advance(Duration.ofSeconds(2));
			page.region("Syncs").says("success");
		});
		feed.row("github-issues").says("sync", "globex-github", "0 s ago");
	}

}
