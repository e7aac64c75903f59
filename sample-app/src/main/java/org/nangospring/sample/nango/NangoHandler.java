package org.nangospring.sample.nango;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * Takes a request through what every endpoint has in common: content type, key, rate
 * limit and errors.
 */
final class NangoHandler implements HttpHandler {

	private static final System.Logger logger = System.getLogger(NangoHandler.class.getName());

	private static final int MAXIMUM_BODY = 75 * 1024 * 1024;

	// All state is in memory and no endpoint waits for anything, so one lock around all
	// of them is enough and leaves nothing to get wrong in the endpoints
	private final ReentrantLock lock = new ReentrantLock();

	private final Authentication authentication;

	private final RateLimit rateLimit;

	private final Router router;

	private final FaultyDoor door;

	private volatile Runnable changed = () -> {
	};

	NangoHandler(Authentication authentication, RateLimit rateLimit, Router router, Faults faults) {
		this.authentication = authentication;
		this.rateLimit = rateLimit;
		this.router = router;
		this.door = new FaultyDoor(faults, rateLimit);
	}

	/**
	 * Does something while no request is answered.
	 * @param task what to do
	 */
	void alone(Runnable task) {
		askAlone(() -> {
			task.run();
			return task;
		});
	}

	/**
	 * Finds something out while no request is answered.
	 * @param <T> the type of the answer
	 * @param task what to do
	 * @return the answer
	 */
	<T> T askAlone(Supplier<T> task) {
		this.lock.lock();
		try {
			return task.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Does something after each request that may have changed something, and before its
	 * answer.
	 * @param listener what to do
	 */
	void whenChanged(Runnable listener) {
		this.changed = listener;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try {
			byte[] body = exchange.getRequestBody().readNBytes(MAXIMUM_BODY + 1);
			Request request = Request.of(exchange.getRequestMethod(), exchange.getRequestURI(),
					exchange.getRequestHeaders(), body);
			Answer answer = this.door.answer(request, this::answer);
			if (answer != null) {
				send(exchange, answer);
			}
		}
		finally {
			exchange.close();
		}
	}

	private Answer answer(Request request) {
		Answer answer = askAlone(() -> routeSafely(request));
		if (!request.method().equals("GET")) {
			this.changed.run();
		}
		return answer;
	}

	private Answer routeSafely(Request request) {
		try {
			return route(request);
		}
		catch (ApiError ex) {
			return ex.answer();
		}
		catch (RuntimeException ex) {
			logger.log(System.Logger.Level.ERROR,
					"Cannot answer " + request.method() + " " + request.uri().getRawPath(), ex);
			return ApiError.unexpected().answer();
		}
	}

	private Answer route(Request request) {
		if ("h2c".equalsIgnoreCase(request.header("upgrade"))) {
			// like the proxy in front of Nango, which doesn't speak HTTP/2 without TLS
			return request.method().equals("GET") ? Answer.text(400, "text/html", "Bad request")
					: Answer.text(405, "text/html", "Invalid HTTP method");
		}
		Router.Match match = this.router.find(request);
		if (match == null) {
			return Router.noEndpoint(request);
		}
		checkBody(request, match.route());
		if (match.route().isPublic()) {
			return match.handle(request);
		}
		this.authentication.check(request.header("authorization"));
		RateLimit.Permit permit = this.rateLimit.take();
		return limited(request, match, permit).withDefaults(permit.headers());
	}

	private static Answer limited(Request request, Router.Match match, RateLimit.Permit permit) {
		try {
			if (permit.exceeded()) {
				throw ApiError.tooManyRequests(request.method(), request.uri().getRawPath());
			}
			return match.handle(request);
		}
		catch (ApiError ex) {
			return ex.answer();
		}
	}

	/**
	 * Nango reads the body before it looks at the key.
	 */
	private static void checkBody(Request request, Route route) {
		if (request.body().length > MAXIMUM_BODY) {
			throw ApiError.unexpected();
		}
		String contentType = request.contentType();
		if (contentType.equals("application/json")) {
			request.json();
		}
		else if (!contentType.isEmpty() && !route.takesAnyContentType()) {
			throw ApiError.of(415, "invalid_content_type", "Content-Type header must be application/json");
		}
	}

	private static void send(HttpExchange exchange, Answer answer) throws IOException {
		answer.headers().forEach(exchange.getResponseHeaders()::set);
		byte[] body = answer.body();
		if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
			exchange.sendResponseHeaders(answer.status(), -1);
			return;
		}
		exchange.sendResponseHeaders(answer.status(), body.length);
		exchange.getResponseBody().write(body);
	}

}
