package org.nangospring.benchmark;

import java.net.URI;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * An application with the starter and the actuator, so that retry, observation and
 * metrics are on as they are for a user.
 */
public final class NangoApplication {

	/** The key that is sent. */
	public static final String KEY = "11111111-2222-4333-8444-555555555555";

	private NangoApplication() {
	}

	/**
	 * Starts the application.
	 * @param host where Nango is
	 * @return its context, with the clients as beans
	 */
	public static ConfigurableApplicationContext start(URI host) {
		return new SpringApplicationBuilder(Config.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.root=warn", "nango.secret-key=" + KEY,
					"nango.host=" + host)
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Config {

	}

}
