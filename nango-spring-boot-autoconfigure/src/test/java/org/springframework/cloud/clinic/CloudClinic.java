package org.springframework.cloud.clinic;

import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordBatch;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application with listeners that is in the package of one of Spring's projects.
 */
@AutoConfigurationPackage
@Configuration(proxyBeanMethods = false)
public class CloudClinic {

	@Bean
	Vets vets() {
		return new Vets();
	}

	@Bean
	Runnable hidden() {
		return new Vets();
	}

	static class Vets implements Runnable {

		@NangoRecordListener(integration = "github", model = "Issue")
		void changed(RecordBatch<String> batch) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void run() {
			throw new UnsupportedOperationException();
		}

	}

}
