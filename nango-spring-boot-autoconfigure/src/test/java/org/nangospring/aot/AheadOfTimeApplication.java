package org.nangospring.aot;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordBatch;
import org.nangospring.webhook.AuthWebhook;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/**
 * An application with all that the starter has: clients with and without a name,
 * listeners whose positions are in a database, and webhooks.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class AheadOfTimeApplication {

	public static void main(String[] args) {
		SpringApplication.run(AheadOfTimeApplication.class, args);
	}

	@Bean
	Users users() {
		return new Users(new LinkedBlockingQueue<>());
	}

	record User(int number) {
	}

	/**
	 * Not final and with a field of its own, so that a proxy is made of it.
	 */
	static class Users {

		private final BlockingQueue<String> seen;

		Users(BlockingQueue<String> seen) {
			this.seen = seen;
		}

		@NangoRecordListener(integration = "slack", model = "User")
		@Transactional
		public void changed(RecordBatch<User> batch) {
			batch.forEach((user) -> this.seen.add(user.id() + " " + user.data()));
		}

		@EventListener(condition = "#webhook.success")
		public void connected(AuthWebhook webhook) {
			this.seen.add(webhook.connection().connectionId());
		}

		public BlockingQueue<String> seen() {
			return this.seen;
		}

	}

}
