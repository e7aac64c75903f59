package org.nangospring.listener;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.webhook.NangoWebhook;

import org.springframework.http.HttpHeaders;

/**
 * A container, a client and a server, on a clock and with threads of the test's own.
 */
public final class ListenerFixture implements AutoCloseable {

	public static final String SLACK = "slack/acme/User";

	public final RecordsServer server;

	public final ManualTiming timing = new ManualTiming();

	public final TaskQueue tasks = new TaskQueue();

	public final NangoClient nango;

	public final List<Object> events = new CopyOnWriteArrayList<>();

	/** What listeners were given, as "connection:record id". */
	public final List<String> delivered = new CopyOnWriteArrayList<>();

	/** The sizes of the batches that listeners were given. */
	public final List<Integer> batches = new CopyOnWriteArrayList<>();

	public StreamStore store = new InMemoryStreamStore(this.timing);

	public final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();

	public RecordListenerContainer listeners;

	private final List<RecordListenerContainer> containers = new ArrayList<>();

	public ListenerFixture() throws IOException {
		this(new RecordsServer());
	}

	private ListenerFixture(RecordsServer server) {
		this.server = server;
		this.nango = TestClients.builder(server.url(), new ManualTiming()).build();
		this.listeners = container((builder) -> builder);
	}

	/**
	 * Makes another container on the same store, as another instance or a restart would.
	 */
	public RecordListenerContainer container(UnaryOperator<RecordListenerContainerBuilder> settings) {
		RecordListenerContainer container = settings
			.apply(RecordListenerContainer.builder(this.nango)
				.store(this.store)
				.deadLetters(this.deadLetters)
				.timing(this.timing)
				.executor(this.tasks))
			.build();
		container.setApplicationEventPublisher(this.events::add);
		this.containers.add(container);
		this.listeners = container;
		return container;
	}

	public ListenerFixture start() {
		this.listeners.start();
		this.tasks.drain();
		return this;
	}

	/**
	 * A listener of batches that remembers what it was given.
	 */
	public RecordListenerDefinition<User> users() {
		return users((options) -> options);
	}

	public RecordListenerDefinition<User> users(UnaryOperator<RecordListenerOptions> options) {
		return definition().options(options).batches(this::remember);
	}

	public static RecordListenerDefinition.Builder<User> definition() {
		return RecordListenerDefinition.of("slack", "User", User.class);
	}

	public void remember(RecordBatch<User> batch) {
		this.batches.add(batch.size());
		batch.forEach((record) -> remember(batch.stream(), record.id()));
	}

	public void remember(RecordStreamId stream, String recordId) {
		this.delivered.add(stream.connectionId() + ":" + recordId);
	}

	public void advance(Duration time) {
		this.timing.advance(time);
		this.tasks.drain();
	}

	public void synced(String connection) {
		received(syncWebhook(connection, "User", "base"));
	}

	public void received(String body) {
		this.listeners.received(NangoWebhook.read(body.getBytes(), new HttpHeaders()));
		this.tasks.drain();
	}

	public static String syncWebhook(String connection, @Nullable String model, String variant) {
		return """
				{"connectionId":"%s","from":"nango","model":"%s","modifiedAfter":"2026-11-20T06:53:02.491Z",\
				"providerConfigKey":"slack","queryTimeStamp":"2026-11-20T06:53:02.490Z",\
				"responseResults":{"added":1,"deleted":0,"updated":0},"success":true,"syncName":"users",\
				"syncType":"INCREMENTAL","syncVariant":"%s","type":"sync"}""".formatted(connection,
				(model != null) ? model : "", variant);
	}

	public static String creation(String connection) {
		return """
				{"authMode":"OAUTH2","connectionId":"%s","environment":"dev","from":"nango","operation":"creation",\
				"provider":"slack","providerConfigKey":"slack","success":true,"tags":{},"type":"auth"}"""
			.formatted(connection);
	}

	public RecordStreamId stream(String connection) {
		return new RecordStreamId("slack-User", "slack", connection, "User", null);
	}

	public StreamPosition position(String connection) {
		return Objects.requireNonNull(this.store.find(stream(connection)));
	}

	public RecordStream view(String connection) {
		return this.listeners.streams()
			.stream()
			.filter((stream) -> stream.id().equals(stream(connection)))
			.findFirst()
			.orElseThrow();
	}

	public <E> List<E> events(Class<E> type) {
		return this.events.stream().filter(type::isInstance).map(type::cast).toList();
	}

	@Override
	public void close() throws IOException {
		this.containers.forEach(RecordListenerContainer::destroy);
		this.tasks.drain();
		this.nango.close();
		this.server.close();
	}

	/**
	 * A record's payload.
	 */
	public record User(String id, int number) {
	}

}
