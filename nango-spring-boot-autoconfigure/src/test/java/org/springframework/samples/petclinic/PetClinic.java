package org.springframework.samples.petclinic;

import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordBatch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * An application with listeners that is below Spring's name and none of its projects.
 */
@Configuration(proxyBeanMethods = false)
public class PetClinic {

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
