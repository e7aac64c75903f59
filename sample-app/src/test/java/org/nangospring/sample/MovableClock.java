package org.nangospring.sample;

import org.nangospring.sample.nango.ManualClock;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Lets tests move the time of the whole application, its own Nango included.
 */
@TestConfiguration(proxyBeanMethods = false)
public class MovableClock {

	@Bean
	@Primary
	public ManualClock manualClock() {
		return new ManualClock();
	}

}
