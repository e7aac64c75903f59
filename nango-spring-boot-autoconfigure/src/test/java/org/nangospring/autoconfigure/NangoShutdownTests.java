package org.nangospring.autoconfigure;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.RawServer;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The end of an application that has calls under way. Every limit is so long that nothing
 * but the end of the context could end them.
 */
class NangoShutdownTests {

	private static final Executor THREAD_EACH = (task) -> {
		Thread thread = new Thread(task, "caller");
		thread.setDaemon(true);
		thread.start();
	};

	@Test
	void closingTheContextEndsCallsUnderWayAndClosesTheirConnections() throws Exception {
		CountDownLatch arrived = new CountDownLatch(2);
		CountDownLatch hungUp = new CountDownLatch(2);
		try (RawServer server = new RawServer((request, connection, out) -> {
			arrived.countDown();
			connection.getInputStream().transferTo(OutputStream.nullOutputStream());
			hungUp.countDown();
		})) {
			ConfigurableApplicationContext context = application(server);
			NangoClient nango = context.getBean(NangoClient.class);
			ReactiveNangoClient reactive = context.getBean(ReactiveNangoClient.class);
			List<CompletableFuture<Object>> calls = List
				.of(CompletableFuture.supplyAsync(() -> nango.integrations().list(), THREAD_EACH),
						CompletableFuture.supplyAsync(
								() -> reactive.connection("g", "c").actions().trigger("a", "input").block(),
								THREAD_EACH));
			assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
			context.close();
			for (CompletableFuture<Object> call : calls) {
				NangoTransportException failure = failure(call);
				assertThat(failure.reason()).isEqualTo(Reason.CLOSED);
				assertThat(failure).hasMessageContaining("closed while the call was under way");
			}
			assertThat(hungUp.await(30, TimeUnit.SECONDS)).as("connections closed").isTrue();
			NangoTransportException after = catchThrowableOfType(NangoTransportException.class,
					() -> nango.integrations().list());
			assertThat(after.reason()).isEqualTo(Reason.CLOSED);
			assertThat(server.requests()).hasSize(2);
		}
	}

	@Test
	void closingTheContextLeavesNoThreadButThoseThatReactorSharesWithEverybody() throws Exception {
		Set<Thread> before = alive();
		try (RawServer server = RawServer.answering(
				"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"data\":[]}")) {
			ConfigurableApplicationContext context = application(server);
			context.getBean(NangoClient.class).integrations().list();
			context.getBean(ReactiveNangoClient.class).integrations().list().block();
			context.close();
		}
		// threads of the test's server end when they notice that it is closed
		Awaitility.await()
			.pollInSameThread()
			.untilAsserted(() -> assertThat(startedSince(before)).allSatisfy((thread) -> {
				assertThat(thread.isDaemon()).as(thread.getName()).isTrue();
				assertThat(thread.getName())
					.matches("(reactor-http|reactor-netty-pool-maintenance|parallel|boundedElastic)-.*");
			}));
	}

	private static Set<Thread> startedSince(Set<Thread> before) {
		return alive().stream().filter((thread) -> !before.contains(thread)).collect(Collectors.toSet());
	}

	private static Set<Thread> alive() {
		return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).collect(Collectors.toSet());
	}

	private static NangoTransportException failure(CompletableFuture<Object> call) {
		ExecutionException failed = catchThrowableOfType(ExecutionException.class,
				() -> call.get(30, TimeUnit.SECONDS));
		assertThat(failed).as("ended with an error").isNotNull();
		assertThat(failed.getCause()).isInstanceOf(NangoTransportException.class);
		return (NangoTransportException) failed.getCause();
	}

	private static ConfigurableApplicationContext application(RawServer server) {
		String forever = Duration.ofHours(2).toString();
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run("--nango.secret-key=" + TestClients.KEY, "--nango.host=" + server.url(),
					"--nango.timeout.response=" + forever, "--nango.timeout.call=" + forever);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(NangoAutoConfiguration.class)
	static class Application {

	}

}
