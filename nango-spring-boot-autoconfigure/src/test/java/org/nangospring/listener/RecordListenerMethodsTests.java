package org.nangospring.listener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.ListenerFixture.User;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nangospring.listener.ListenerFixture.SLACK;

class RecordListenerMethodsTests {

	private ListenerFixture fixture;

	private AnnotationConfigApplicationContext context;

	@BeforeEach
	void connect() throws Exception {
		this.fixture = new ListenerFixture();
		this.fixture.server.connect("slack", "acme", "plan", "pro");
		this.fixture.server.fill(SLACK, 0, 3);
	}

	@AfterEach
	void close() throws Exception {
		if (this.context != null) {
			this.context.close();
		}
		this.fixture.close();
	}

	private <B> B run(B bean, UnaryOperator<Object> proxy, Map<String, Object> properties) {
		this.context = new AnnotationConfigApplicationContext();
		this.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
		this.context.registerBean("container", RecordListenerContainer.class, () -> this.fixture.listeners);
		this.context.registerBean(RecordListenerMethods.class,
				() -> new RecordListenerMethods(this.context.getBeanFactory(), this.fixture.listeners));
		this.context.registerBean("target", Object.class, () -> proxy.apply(bean));
		this.context.registerBean("chosen", ConnectionSelector.class,
				() -> (connection) -> connection.connectionId().startsWith("a"));
		this.context.registerBean("skipping", RecordErrorHandler.class, RecordErrorHandler::skipping);
		this.context.refresh();
		this.fixture.tasks.drain();
		return bean;
	}

	private <B> B run(B bean) {
		return run(bean, UnaryOperator.identity(), Map.of());
	}

	@Test
	void aMethodTakesABatch() {
		Batches bean = run(new Batches());
		assertThat(bean.sizes).containsExactly(3);
		assertThat(this.fixture.position("acme").cursor()).isEqualTo("c3");
	}

	@Test
	void aMethodTakesAListOrOneRecordOrAnyPayloadAndTheStreamBesides() {
		Others bean = run(new Others());
		assertThat(bean.seen).containsExactlyInAnyOrder("list of 3", "acme r0", "acme r1", "acme r2", "map 0", "map 1",
				"map 2");
	}

	@Test
	void whatAMethodReturnsIsWaitedFor() {
		Reactive bean = run(new Reactive());
		assertThat(bean.done).containsExactlyInAnyOrder("mono", "flux", "future");
	}

	@Test
	void whatAMethodReturnsMayFail() {
		run(new FailingReactive());
		assertThat(this.fixture.position("acme").state()).isEqualTo(StreamState.STOPPED);
		assertThat(this.fixture.position("acme").cursor()).isNull();
	}

	@Test
	void aProxyIsCalledAndNotWhatIsBehindIt() {
		List<String> calls = new ArrayList<>();
		Batches bean = run(new Batches(), (target) -> {
			ProxyFactory factory = new ProxyFactory(target);
			factory.setProxyTargetClass(true);
			factory.addAdvice((org.aopalliance.intercept.MethodInterceptor) (invocation) -> {
				calls.add(invocation.getMethod().getName());
				return invocation.proceed();
			});
			return factory.getProxy();
		}, Map.of());
		assertThat(bean.sizes).containsExactly(3);
		assertThat(calls).contains("changed");
	}

	@Test
	void textsMayHavePlaceholders() {
		this.fixture.server.connect("slack", "beta", "plan", "pro").fill("slack/beta/User", 0, 1);
		this.fixture.server.connect("slack", "gamma", "plan", "pro").fill("slack/gamma/User", 0, 1);
		this.fixture.server.connect("slack", "delta", "plan", "free").fill("slack/delta/User", 0, 1);
		Placeholders bean = run(new Placeholders(), UnaryOperator.identity(),
				Map.of("where", "slack", "what", "User", "ids", "acme, beta,delta", "size", "2"));
		assertThat(bean.seen).containsExactlyInAnyOrder("acme 2", "acme 1", "beta 1");
		assertThat(this.fixture.listeners.ids()).containsExactly("of slack");
	}

	@Test
	void aSettingThatIsEmptyDoesNotOpenTheListenerToAllConnections() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> run(new Placeholders(), UnaryOperator.identity(),
					Map.of("where", "slack", "what", "User", "ids", "", "size", "2")))
			.withMessageContaining("connections");
	}

	@Test
	void beansSelectConnectionsAndDecideOnFailures() {
		this.fixture.server.connect("slack", "beta").fill("slack/beta/User", 0, 1);
		WithBeans bean = run(new WithBeans());
		assertThat(bean.seen).containsOnly("acme");
		assertThat(this.fixture.listeners.positions("slack-User")).singleElement()
			.satisfies((position) -> assertThat(position.cursor()).isEqualTo("c3"));
	}

	@Test
	void aMethodThatCannotBeAListenerFailsTheStartAndSaysWhy() {
		for (Object bean : List.of(new NoArgument(), new WrongArgument(), new TwoBatches(), new RawBatch())) {
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> run(bean))
				.withMessageContaining("@NangoRecordListener")
				.withMessageContaining("RecordBatch");
			this.context.close();
		}
	}

	@Test
	void aNumberThatIsNoneFailsTheStart() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> run(new Placeholders(), UnaryOperator.identity(),
					Map.of("where", "slack", "what", "User", "ids", "acme", "size", "many")))
			.withMessageContaining(Placeholders.class.getName() + ".")
			.withMessageContaining("batchSize")
			.withMessageContaining("many");
	}

	@Test
	void eventsAndWebhooksGoThroughTheContext() {
		Events bean = run(new Events());
		assertThat(bean.seen).containsExactly("RecordStreamJoined");
		this.fixture.server.fill(SLACK, 3, 4);
		this.context.publishEvent(org.nangospring.webhook.NangoWebhook.read(
				ListenerFixture.syncWebhook("acme", "User", "base").getBytes(),
				new org.springframework.http.HttpHeaders()));
		this.fixture.tasks.drain();
		assertThat(bean.records).containsExactly("r0", "r1", "r2", "r3");
	}

	@Test
	void theContextStartsAndStopsTheContainer() {
		run(new Batches());
		assertThat(this.fixture.listeners.isRunning()).isTrue();
		this.context.close();
		assertThat(this.fixture.listeners.isRunning()).isFalse();
	}

	static class Batches {

		private final List<Integer> sizes = new CopyOnWriteArrayList<>();

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch) {
			this.sizes.add(batch.size());
		}

	}

	static class Others {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@NangoRecordListener(id = "list", integration = "slack", model = "User")
		void list(List<NangoRecord<User>> records) {
			this.seen.add("list of " + records.size());
		}

		@NangoRecordListener(id = "one", integration = "slack", model = "User")
		private void one(RecordStreamId stream, NangoRecord<User> record) {
			this.seen.add(stream.connectionId() + " " + record.id());
		}

		@NangoRecordListener(id = "map", integration = "slack", model = "User")
		void any(NangoRecord<Map<String, @Nullable Object>> record) {
			this.seen.add("map " + record.data().get("number"));
		}

	}

	static class Reactive {

		private final List<String> done = new CopyOnWriteArrayList<>();

		@NangoRecordListener(id = "mono", integration = "slack", model = "User")
		Mono<Void> mono(RecordBatch<User> batch) {
			return Mono.delay(Duration.ofMillis(1)).doOnNext((tick) -> this.done.add("mono")).then();
		}

		@NangoRecordListener(id = "flux", integration = "slack", model = "User")
		Flux<Integer> flux(RecordBatch<User> batch) {
			return Flux.just(1, 2, 3).doOnComplete(() -> this.done.add("flux"));
		}

		@NangoRecordListener(id = "future", integration = "slack", model = "User")
		CompletionStage<Void> future(RecordBatch<User> batch) {
			return CompletableFuture.runAsync(() -> this.done.add("future"));
		}

	}

	static class FailingReactive {

		@NangoRecordListener(integration = "slack", model = "User")
		Mono<Void> mono(RecordBatch<User> batch) {
			return Mono.delay(Duration.ofMillis(1)).then(Mono.error(new IllegalStateException()));
		}

	}

	static class Placeholders {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@NangoRecordListener(id = "of ${where}", integration = "${where}", model = "${what}", connections = "${ids}",
				tags = "PLAN=pro", batchSize = "${size}", concurrency = "1", pollInterval = "10m",
				autoStartup = "${auto:true}")
		void changed(RecordBatch<User> batch) {
			this.seen.add(batch.stream().connectionId() + " " + batch.size());
		}

	}

	static class WithBeans {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		@NangoRecordListener(integration = "slack", model = "User", selector = "chosen", errorHandler = "skipping")
		void changed(RecordBatch<User> batch) {
			this.seen.add(batch.stream().connectionId());
			throw new IllegalStateException();
		}

	}

	static class Events {

		private final List<String> seen = new CopyOnWriteArrayList<>();

		private final List<String> records = new CopyOnWriteArrayList<>();

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(NangoRecord<User> record) {
			this.records.add(record.id());
		}

		@EventListener
		void happened(RecordStreamEvent event) {
			this.seen.add(event.getClass().getSimpleName());
		}

	}

	static class NoArgument {

		@NangoRecordListener(integration = "slack", model = "User")
		void changed() {
		}

	}

	static class WrongArgument {

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch, String text) {
		}

	}

	static class TwoBatches {

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch, NangoRecord<User> other) {
		}

	}

	static class RawBatch {

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<?> batch) {
		}

	}

}
