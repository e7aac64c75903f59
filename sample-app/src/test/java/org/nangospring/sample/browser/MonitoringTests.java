package org.nangospring.sample.browser;

/**
 * The view with health and metrics.
 */
@BrowserTest
class MonitoringTests {

	@EveryLook
	void tilesShowHealthAndMetrics(Visitor ada) {
		Spot tiles = ada.open("/monitoring").region("Health and metrics");
		tiles.says("All is well", "UP", "Metrics");
		tiles.row("Rate limit").text();
		ada.examine("monitoring");
		tiles.link("Stop updating").click();
		tiles.link("Update every 3 s").text();
	}

	@VisitorTest
	void tileLeadsToItsEndpoint(Visitor ada) {
		// the browser looks for an icon by itself
		ada.expectFailure(404, "/favicon.ico");
		ada.open("/monitoring").region("Health and metrics").link("Nango").click();
		ada.page().says("\"status\":\"UP\"");
		ada.isNoPage();
	}

}
