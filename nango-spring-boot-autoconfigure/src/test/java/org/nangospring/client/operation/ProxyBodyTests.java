package org.nangospring.client.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.proxy.ProxyCall;
import org.nangospring.client.proxy.ReactiveProxyCall;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is sent as a body through the proxy.
 */
class ProxyBodyTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	private static final byte[] EVERY_BYTE = everyByte();

	@TempDir
	private Path folder;

	@BeforeEach
	void answer() {
		FIXTURE.answers(WireMock.noContent());
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aFormIsEncodedAndSaysTwiceThatItIsOne(Mode mode) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.add("a&b", "&=+% /?");
		fields.add("name", "größe 😀");
		fields.add("name", "");
		fields.add("lines", "1\r\n2");
		send(mode, (call) -> call.form(fields), (call) -> call.form(fields));
		LoggedRequest request = FIXTURE.onlyRequest();
		assertThat(request.getBodyAsString())
			.isEqualTo("a%26b=%26%3D%2B%25%20%2F%3F" + "&name=gr%C3%B6%C3%9Fe%20%F0%9F%98%80&name=&lines=1%0D%0A2");
		assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
		assertThat(request.getHeader("Nango-Proxy-Content-Type")).isEqualTo("application/x-www-form-urlencoded");
	}

	@Test
	void aFormIsTakenAsItIsWhenItIsGiven() {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.add("a", "1");
		ProxyCall call = blocking().form(fields);
		fields.add("a", "2");
		call.retrieve(Void.class);
		assertThat(FIXTURE.onlyRequest().getBodyAsString()).isEqualTo("a=1");
	}

	@Test
	void aFormThatCannotBeSentIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().form(null));
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().form(form(null, "x")));
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().form(form("a", null)))
			.withMessageContaining("form field a");
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().form(form("a", "secret\ud83d")))
			.withMessageNotContaining("secret");
		assertThatIllegalArgumentException().isThrownBy(() -> reactive().form(form("\ud83d", "x")));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void partsArriveWholeWithTheirNamesAndTypes(Mode mode) throws IOException {
		Path file = Files.write(this.folder.resolve("photo.png"), EVERY_BYTE);
		Consumer<MultipartBodyBuilder> parts = (builder) -> {
			builder.part("note", "größe & more");
			builder.part("meta", new Meta("uma", null));
			builder.part("data", EVERY_BYTE, MediaType.APPLICATION_PDF).filename("über.pdf");
			builder.part("file", new FileSystemResource(file));
			builder.part("stream", new InputStreamResource(new ByteArrayInputStream(EVERY_BYTE)));
		};
		send(mode, (call) -> call.multipart(parts), (call) -> call.multipart(parts));
		LoggedRequest request = FIXTURE.onlyRequest();
		assertThat(request.getHeader("Content-Type")).matches("multipart/form-data; ?boundary=.+");
		assertThat(request.getHeader("Nango-Proxy-Content-Type")).isEqualTo("multipart/form-data");
		List<String> read = parts(request);
		assertThat(read).hasSize(5);
		assertThat(read.get(0)).contains("name=\"note\"", "Content-Type: text/plain;charset=UTF-8")
			.endsWith("\r\n\r\n" + latin1("größe & more".getBytes(StandardCharsets.UTF_8)));
		assertThat(read.get(1)).contains("name=\"meta\"", "Content-Type: application/json")
			.endsWith("\r\n\r\n{\"login\":\"uma\",\"mail\":null}");
		assertThat(read.get(2)).contains("name=\"data\"", "filename=", "Content-Type: application/pdf")
			.endsWith("\r\n\r\n" + latin1(EVERY_BYTE));
		assertThat(read.get(3)).contains("name=\"file\"", "filename=\"photo.png\"", "Content-Type: image/png")
			.endsWith("\r\n\r\n" + latin1(EVERY_BYTE));
		assertThat(read.get(4)).contains("name=\"stream\"").endsWith("\r\n\r\n" + latin1(EVERY_BYTE));
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void partsAreSentOnce(Mode mode) {
		nangoIsBusy();
		Consumer<MultipartBodyBuilder> parts = (builder) -> builder.part("a", "1");
		NangoRateLimitException failure = catchThrowableOfType(NangoRateLimitException.class,
				() -> send(mode, (call) -> call.multipart(parts), (call) -> call.multipart(parts)));
		assertThat(failure.attempts()).isEqualTo(1);
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@Test
	void partsThatCannotBeSentAreRefused() {
		Resource missing = new FileSystemResource(this.folder.resolve("missing"));
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().multipart(null));
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().multipart((parts) -> {
		})).withMessageContaining("at least one part");
		assertThatIllegalArgumentException().isThrownBy(() -> reactive().multipart((parts) -> {
			parts.part("a", "1");
			parts.part("file", missing);
		})).withMessageContaining("cannot be read").withMessageContaining("missing");
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aPartThatFailsWhileItIsReadIsToldApartFromTheConnection(Mode mode) {
		Consumer<MultipartBodyBuilder> parts = (builder) -> builder.part("file",
				new InputStreamResource(new BrokenStream()));
		NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
				() -> send(mode, (call) -> call.multipart(parts), (call) -> call.multipart(parts)));
		assertThat(failure).hasMessageContaining("the body of the request could not be read")
			.hasCauseInstanceOf(IOException.class);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void streamsAreReadOnThreadsThatMayWait(Mode mode) {
		List<Boolean> mustNotWait = new CopyOnWriteArrayList<>();
		InputStream recording = new InputStream() {

			@Override
			public int read() {
				mustNotWait.add(Schedulers.isInNonBlockingThread());
				return -1;
			}

		};
		Resource stream = new InputStreamResource(recording);
		Resource another = new InputStreamResource(recording);
		send(mode, (call) -> call.body(MediaType.IMAGE_PNG, stream), (call) -> call.body(MediaType.IMAGE_PNG, stream));
		send(mode, (call) -> call.multipart((parts) -> parts.part("file", another)),
				(call) -> call.multipart((parts) -> parts.part("file", another)));
		assertThat(mustNotWait).hasSizeGreaterThanOrEqualTo(2).containsOnly(false);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void bytesFromAnywhereArriveIntact(Mode mode) throws IOException {
		Resource file = new FileSystemResource(Files.write(this.folder.resolve("data.bin"), EVERY_BYTE));
		Resource stream = new InputStreamResource(new ByteArrayInputStream(EVERY_BYTE));
		MediaType type = MediaType.parseMediaType("application/x-protobuf;v=1");
		send(mode, (call) -> call.body(type, EVERY_BYTE), (call) -> call.body(type, EVERY_BYTE));
		send(mode, (call) -> call.body(type, file), (call) -> call.body(type, file));
		send(mode, (call) -> call.body(type, stream), (call) -> call.body(type, stream));
		reactive().body(type, buffers()).retrieve(Void.class).block();
		assertThat(FIXTURE.requests()).hasSize(4).allSatisfy((request) -> {
			assertThat(request.getBody()).isEqualTo(EVERY_BYTE);
			assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-protobuf;v=1");
			assertThat(request.getHeader("Nango-Proxy-Content-Type")).isEqualTo("application/x-protobuf;v=1");
		});
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void whatCanBeReadAgainMayBeSentAgain(Mode mode) throws IOException {
		nangoIsBusy();
		Resource file = new FileSystemResource(Files.write(this.folder.resolve("data.bin"), EVERY_BYTE));
		NangoException failure = catchThrowableOfType(NangoRateLimitException.class, () -> send(mode,
				(call) -> call.body(MediaType.IMAGE_PNG, file), (call) -> call.body(MediaType.IMAGE_PNG, file)));
		assertThat(failure.attempts()).isEqualTo(4);
		assertThat(FIXTURE.requests()).hasSize(4)
			.allSatisfy((request) -> assertThat(request.getBody()).isEqualTo(EVERY_BYTE));
	}

	@Test
	void whatCanBeReadAgainIsNotSentAgainOnADoubt() {
		FIXTURE.answers(WireMock.serviceUnavailable());
		Resource bytes = new ByteArrayResource(EVERY_BYTE);
		catchThrowableOfType(NangoException.class,
				() -> blocking().body(MediaType.IMAGE_PNG, bytes).retrieve(Void.class));
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void whatCanBeReadOnceIsSentOnce(Mode mode) {
		nangoIsBusy();
		Resource stream = new InputStreamResource(new ByteArrayInputStream(EVERY_BYTE));
		NangoException failure = catchThrowableOfType(NangoRateLimitException.class, () -> send(mode,
				(call) -> call.body(MediaType.IMAGE_PNG, stream), (call) -> call.body(MediaType.IMAGE_PNG, stream)));
		assertThat(failure.attempts()).isEqualTo(1);
		assertThat(catchThrowableOfType(NangoRateLimitException.class,
				() -> reactive().body(MediaType.IMAGE_PNG, buffers()).retrieve(Void.class).block())
			.attempts()).isEqualTo(1);
		assertThat(FIXTURE.requests()).hasSize(2);
	}

	@Test
	void whatCannotBeReadIsRefusedBeforeAnythingIsSent() {
		Resource missing = new FileSystemResource(this.folder.resolve("missing"));
		Resource directory = new FileSystemResource(this.folder);
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().body(MediaType.IMAGE_PNG, missing))
			.withMessageContaining("cannot be read");
		assertThatIllegalArgumentException().isThrownBy(() -> reactive().body(MediaType.IMAGE_PNG, directory));
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().body(null, missing));
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().body(MediaType.IMAGE_PNG, (Resource) null));
		assertThatIllegalArgumentException().isThrownBy(() -> blocking().body(null, EVERY_BYTE));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aBodyThatFailsWhileItIsReadEndsTheCallAtOnce(Mode mode) {
		Resource broken = new InputStreamResource(new BrokenStream());
		NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, () -> send(mode,
				(call) -> call.body(MediaType.IMAGE_PNG, broken), (call) -> call.body(MediaType.IMAGE_PNG, broken)));
		assertThat(failure).hasMessageContaining("the body of the request could not be read")
			.hasMessageNotContaining("disk")
			.cause()
			.hasMessage("the disk is gone");
		Flux<DataBuffer> failing = Flux.concat(buffers(), Flux.error(new IllegalStateException("mine")));
		NangoTransportException ofBuffers = catchThrowableOfType(NangoTransportException.class,
				() -> reactive().body(MediaType.IMAGE_PNG, failing).retrieve(Void.class).block());
		assertThat(ofBuffers.attempts()).isEqualTo(1);
		assertThat(ofBuffers).cause().hasMessage("mine");
	}

	@Test
	void whatIsSentIsNeverLogged() {
		List<String> logged = logged(() -> {
			for (Mode mode : Mode.values()) {
				send(mode, (call) -> call.form(form("field", "form-secret")),
						(call) -> call.form(form("field", "form-secret")));
				Consumer<MultipartBodyBuilder> parts = (builder) -> {
					builder.part("field", "part-secret");
					builder.part("meta", new Meta("json-secret", "mail-secret"));
					builder.part("bytes", "bytes-secret".getBytes(StandardCharsets.UTF_8)).filename("f");
				};
				send(mode, (call) -> call.multipart(parts), (call) -> call.multipart(parts));
				send(mode, (call) -> call.body(new Meta("body-secret", null)),
						(call) -> call.body(MediaType.TEXT_PLAIN, "text-secret"));
			}
		});
		assertThat(logged).as("messages").isNotEmpty().noneMatch((message) -> message.contains("-secret"));
	}

	private static List<String> logged(Runnable calls) {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		List<Appender<ILoggingEvent>> others = new ArrayList<>();
		for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext();) {
			others.add(all.next());
		}
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		Level before = root.getLevel();
		appender.start();
		root.addAppender(appender);
		others.forEach(root::detachAppender);
		root.setLevel(Level.TRACE);
		try {
			calls.run();
		}
		finally {
			root.setLevel(before);
			others.forEach(root::addAppender);
			root.detachAppender(appender);
		}
		return List.copyOf(appender.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	private static void nangoIsBusy() {
		FIXTURE.answers(WireMock
			.jsonResponse("{\"error\":{\"code\":\"too_many_request\",\"method\":\"PUT\",\"path\":\"/proxy/x\"}}", 429)
			.withHeader("Retry-After", "0"));
	}

	private static void send(Mode mode, Consumer<ProxyCall> blocking, Consumer<ReactiveProxyCall> reactive) {
		if (mode == Mode.BLOCKING) {
			ProxyCall call = blocking();
			blocking.accept(call);
			call.retrieve(Void.class);
		}
		else {
			ReactiveProxyCall call = reactive();
			reactive.accept(call);
			call.retrieve(Void.class).block();
		}
	}

	private static ProxyCall blocking() {
		return FIXTURE.nango().connection("github", "conn-1").proxy().put("/x");
	}

	private static ReactiveProxyCall reactive() {
		return FIXTURE.nango().reactive().connection("github", "conn-1").proxy().put("/x");
	}

	private static Flux<DataBuffer> buffers() {
		return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(EVERY_BYTE));
	}

	private static MultiValueMap<String, String> form(@Nullable String name, @Nullable String value) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		fields.add(name, value);
		return fields;
	}

	/**
	 * The parts of a body, a character for each byte.
	 */
	private static List<String> parts(LoggedRequest request) {
		String boundary = request.getHeader("Content-Type").replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
		String body = latin1(request.getBody());
		assertThat(body).startsWith("--" + boundary + "\r\n").endsWith("\r\n--" + boundary + "--\r\n");
		String inner = body.substring(boundary.length() + 4, body.length() - boundary.length() - 8);
		return List.of(inner.split("\r\n--" + boundary + "\r\n"));
	}

	private static String latin1(byte[] bytes) {
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	private static byte[] everyByte() {
		byte[] bytes = new byte[256];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) i;
		}
		return bytes;
	}

	record Meta(String login, @Nullable String mail) {
	}

	private static final class BrokenStream extends InputStream {

		@Override
		public int read() throws IOException {
			throw new IOException("the disk is gone");
		}

	}

}
