package org.nangospring.sample.setup;

import java.time.Clock;

import org.nangospring.autoconfigure.NangoConnectionDetails;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the rest of the application may know about the Nango it talks to: not the key.
 */
@Configuration(proxyBeanMethods = false)
class NangoTargetConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	NangoTarget nangoTarget(NangoConnectionDetails details) {
		return new NangoTarget(details.getHost().toString(), details instanceof EmbeddedNangoConnectionDetails);
	}

}
