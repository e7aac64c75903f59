package org.nangospring.sample.setup;

import java.time.Clock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.nangospring.sample.nango.EmbeddedNango;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Without a key the application brings a Nango of its own. The connection details point
 * the starter to it, and come before its properties.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(MissingKeyCondition.class)
class EmbeddedNangoConfiguration {

	private static final Log logger = LogFactory.getLog(EmbeddedNangoConfiguration.class);

	@Bean(destroyMethod = "close")
	EmbeddedNango embeddedNango(Clock clock) {
		EmbeddedNango nango = EmbeddedNango.start(clock);
		logger.info("NANGO_SECRET_KEY is not set: talking to a small Nango inside this application, at " + nango.host()
				+ ". Its data are made up and kept in memory.");
		logger.info("To talk to the real one, start again with NANGO_SECRET_KEY=<secret key of your environment>,"
				+ " and with NANGO_HOST=<address> if you host Nango yourself.");
		return nango;
	}

	@Bean
	NangoConnectionDetails embeddedNangoConnectionDetails(EmbeddedNango nango) {
		return new EmbeddedNangoConnectionDetails(nango);
	}

}
