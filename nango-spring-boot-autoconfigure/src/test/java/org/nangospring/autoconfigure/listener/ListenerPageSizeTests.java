package org.nangospring.autoconfigure.listener;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.TaskQueue;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerPageSizeTests {

	private RecordsServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void connect() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoListenerAutoConfiguration.class))
			.withUserConfiguration(ListenerThreads.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url());
	}

	@AfterEach
	void close() throws Exception {
		this.server.close();
	}

	private void assertPageSize(Class<?> listener, String size, String... properties) {
		this.runner.withBean(listener).withPropertyValues(properties).run((context) -> {
			context.getBean(TaskQueue.class).drain();
			assertThat(this.server.reads()).extracting((read) -> read.query().get("limit")).containsExactly(size);
		});
	}

	@Test
	void withoutASettingItIsAThousandOrTheBatchSize() {
		assertPageSize(Users.class, "1000");
		this.server.forgetRequests();
		assertPageSize(Users.class, "2000", "nango.listeners.batch-size=2000");
	}

	@Test
	void itCanBeSetForAllListeners() {
		assertPageSize(Users.class, "70", "nango.listeners.page-size=70");
	}

	@Test
	void anAnnotationCountsMoreThanWhatIsSetForAll() {
		assertPageSize(LargeUsers.class, "20", "nango.listeners.page-size=70", "large=20");
	}

	@Test
	void whatIsSetForAListenerCountsMost() {
		assertPageSize(LargeUsers.class, "5", "nango.listeners.listener.slack-User.page-size=5", "large=20");
	}

	@ParameterizedTest
	@ValueSource(strings = { "page-size=0", "page-size=10001", "listener.slack-User.page-size=0" })
	void aSizeThatCannotBeUsedStopsTheApplicationAndIsNamed(String setting) {
		this.runner.withBean(Users.class)
			.withPropertyValues("nango.listeners." + setting)
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOfSatisfying(NangoConfigurationException.class,
						(ex) -> assertThat("nango.listeners." + setting).startsWith(ex.getProperty() + "=")));
	}

	static class Users {

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(List<NangoRecord<String>> batch) {
		}

	}

	static class LargeUsers {

		@NangoRecordListener(integration = "slack", model = "User", pageSize = "${large}")
		void changed(List<NangoRecord<String>> batch) {
		}

	}

}
