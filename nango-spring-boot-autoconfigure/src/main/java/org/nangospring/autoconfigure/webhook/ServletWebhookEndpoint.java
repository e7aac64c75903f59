package org.nangospring.autoconfigure.webhook;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The endpoint in a servlet application. The thread of the request waits for the answer:
 * an asynchronous one would need a second dispatch, which filters and tests of
 * applications may not expect.
 */
final class ServletWebhookEndpoint implements HandlerFunction<ServerResponse> {

	private final WebhookReceiver receiver;

	private final ObservationRegistry observations;

	ServletWebhookEndpoint(WebhookReceiver receiver, ObservationRegistry observations) {
		this.receiver = receiver;
		this.observations = observations;
	}

	@Override
	public ServerResponse handle(ServerRequest request) throws IOException {
		WebhookAnswer answer = answer(request);
		ServerResponse.BodyBuilder response = ServerResponse.status(answer.status());
		return ((answer == WebhookAnswer.METHOD) ? response.allow(HttpMethod.POST) : response).build();
	}

	private WebhookAnswer answer(ServerRequest request) throws IOException {
		HttpHeaders headers = request.headers().asHttpHeaders();
		WebhookAnswer refusal = this.receiver.check(request.method(), headers);
		if (refusal != null) {
			return refusal;
		}
		byte[] body = read(request);
		if (body == null) {
			return this.receiver.refuse(WebhookAnswer.TOO_LARGE);
		}
		return await(this.receiver.receive(body, headers, this.observations.getCurrentObservation()));
	}

	/**
	 * Reads one byte more than allowed, to know whether there is more.
	 */
	private byte @Nullable [] read(ServerRequest request) throws IOException {
		byte[] body = request.servletRequest().getInputStream().readNBytes(this.receiver.maxBodySize() + 1);
		return (body.length <= this.receiver.maxBodySize()) ? body : null;
	}

	private static WebhookAnswer await(CompletableFuture<WebhookAnswer> answer) {
		try {
			return answer.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return WebhookAnswer.TIMEOUT;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

}
