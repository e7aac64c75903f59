package org.nangospring.sample.monitoring;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How the application is doing, as JSON.
 */
@RestController
class MonitoringApi {

	private final MonitoringService monitoring;

	MonitoringApi(MonitoringService monitoring) {
		this.monitoring = monitoring;
	}

	@GetMapping("/api/monitoring")
	MonitoringView view() {
		return this.monitoring.view();
	}

}
