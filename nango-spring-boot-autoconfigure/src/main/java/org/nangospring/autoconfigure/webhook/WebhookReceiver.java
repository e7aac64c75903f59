package org.nangospring.autoconfigure.webhook;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.observation.Observation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.webhook.NangoWebhook;
import org.nangospring.webhook.NangoWebhookFormatException;
import org.nangospring.webhook.NangoWebhookVerifier;
import org.nangospring.webhook.UnknownWebhook;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * What the endpoint does with a request, whatever kind of server it runs in. Nothing is
 * read as JSON before its signature was found right.
 */
final class WebhookReceiver {

	private static final Log logger = LogFactory.getLog(WebhookReceiver.class);

	private static final MediaType ANY_JSON = new MediaType("application", "*+json");

	private final NangoWebhookVerifier verifier;

	private final WebhookDispatcher dispatcher;

	private final WebhookMeters meters;

	private final int maxBodySize;

	private final AtomicBoolean warnedOfSignature = new AtomicBoolean();

	private final AtomicBoolean warnedOfUnknown = new AtomicBoolean();

	WebhookReceiver(NangoWebhookVerifier verifier, WebhookDispatcher dispatcher, WebhookMeters meters,
			int maxBodySize) {
		this.verifier = verifier;
		this.dispatcher = dispatcher;
		this.meters = meters;
		this.maxBodySize = maxBodySize;
	}

	int maxBodySize() {
		return this.maxBodySize;
	}

	/**
	 * Looks at a request before its body is read.
	 * @param method its method
	 * @param headers its headers
	 * @return how to answer it, or null when the body is to be read
	 */
	@Nullable WebhookAnswer check(HttpMethod method, HttpHeaders headers) {
		if (!method.equals(HttpMethod.POST)) {
			return refuse(WebhookAnswer.METHOD);
		}
		if (!isJson(headers)) {
			return refuse(WebhookAnswer.MEDIA_TYPE);
		}
		return (headers.getContentLength() > this.maxBodySize) ? refuse(WebhookAnswer.TOO_LARGE) : null;
	}

	/**
	 * Refuses a request.
	 * @param reason why
	 * @return the reason
	 */
	WebhookAnswer refuse(WebhookAnswer reason) {
		this.meters.refused(reason);
		logger.debug("Refused what is no webhook of Nango: " + reason.tag());
		if (reason == WebhookAnswer.WRONG_SIGNATURE && this.warnedOfSignature.compareAndSet(false, true)) {
			logger.warn("A webhook was refused because of its signature. If Nango did send it, compare"
					+ " nango.webhook.signing-keys with the signing key in the Environment Settings of Nango's dashboard."
					+ " Further ones are logged at DEBUG.");
		}
		return reason;
	}

	/**
	 * Takes a request.
	 * @param body its body, no larger than {@link #maxBodySize()}
	 * @param headers its headers
	 * @param parent what goes on around it, or null
	 * @return what to answer, in time
	 */
	CompletableFuture<WebhookAnswer> receive(byte[] body, HttpHeaders headers, @Nullable Observation parent) {
		if (!this.verifier.verify(body, headers)) {
			boolean signed = headers.containsHeader(NangoWebhookVerifier.SIGNATURE_HEADER);
			WebhookAnswer answer = signed ? WebhookAnswer.WRONG_SIGNATURE : WebhookAnswer.UNSIGNED;
			return CompletableFuture.completedFuture(refuse(answer));
		}
		try {
			NangoWebhook webhook = NangoWebhook.read(body, headers);
			if (webhook instanceof UnknownWebhook) {
				tellOfUnknown();
			}
			String kind = WebhookListeners.kind(webhook);
			return this.dispatcher.dispatch(webhook, parent)
				.whenComplete((answer, ex) -> this.meters.received(kind, answer));
		}
		catch (NangoWebhookFormatException ex) {
			return CompletableFuture.completedFuture(refuse(WebhookAnswer.NOT_JSON));
		}
	}

	/**
	 * Listeners that wait for another kind would not notice, and Nango is told that all
	 * went well.
	 */
	private void tellOfUnknown() {
		logger.debug("A webhook is an UnknownWebhook");
		if (this.warnedOfUnknown.compareAndSet(false, true)) {
			logger.warn("A webhook is of a kind that this version does not know, or lacks what its kind always had:"
					+ " only listeners of UnknownWebhook and NangoWebhook get it. Look at its type() and body() to see"
					+ " which, and for a newer version of this library. Further ones are logged at DEBUG.");
		}
	}

	private static boolean isJson(HttpHeaders headers) {
		try {
			MediaType type = headers.getContentType();
			return MediaType.APPLICATION_JSON.includes(type) || ANY_JSON.includes(type);
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
