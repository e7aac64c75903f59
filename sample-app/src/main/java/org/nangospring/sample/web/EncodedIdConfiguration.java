package org.nangospring.sample.web;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Ids of connections may have slashes. Within an address they are encoded, which Tomcat
 * refuses unless it is told not to.
 */
@Configuration(proxyBeanMethods = false)
class EncodedIdConfiguration {

	@Bean
	static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> encodedIds() {
		return (tomcat) -> tomcat.addConnectorCustomizers(
				(connector) -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
	}

}
