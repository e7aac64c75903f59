package org.nangospring.sample.webhook;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.nangospring.webhook.NangoWebhook;

import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Listens to webhooks, remembers the last ones, and tells every open page.
 */
@Component
public class WebhookLog {

	private static final int SIZE = 20;

	private final Clock clock;

	private final Deque<WebhookView> newestFirst = new ArrayDeque<>();

	private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();

	private long lastId;

	WebhookLog(Clock clock) {
		this.clock = clock;
	}

	@EventListener
	void received(NangoWebhook webhook) {
		WebhookView view = remember(webhook);
		this.pages.forEach((page) -> tell(page, view));
	}

	/**
	 * The last webhooks.
	 * @return the newest first
	 */
	public synchronized List<WebhookView> newestFirst() {
		return List.copyOf(this.newestFirst);
	}

	/**
	 * Opens a stream of webhooks. It begins with those that are remembered, so that a
	 * page that was away for a moment misses none.
	 */
	SseEmitter open() {
		SseEmitter page = new SseEmitter(0L);
		page.onCompletion(() -> this.pages.remove(page));
		page.onError((ex) -> this.pages.remove(page));
		this.pages.add(page);
		newestFirst().stream()
			.sorted((first, second) -> Long.compare(first.id(), second.id()))
			.forEach((view) -> tell(page, view));
		return page;
	}

	private synchronized WebhookView remember(NangoWebhook webhook) {
		WebhookView view = WebhookView.of(++this.lastId, webhook, this.clock.instant());
		this.newestFirst.addFirst(view);
		if (this.newestFirst.size() > SIZE) {
			this.newestFirst.removeLast();
		}
		return view;
	}

	private void tell(SseEmitter page, WebhookView view) {
		try {
			page.send(SseEmitter.event().id(Long.toString(view.id())).data(view, MediaType.APPLICATION_JSON));
		}
		catch (IOException | IllegalStateException ex) {
			// the page is gone
			this.pages.remove(page);
		}
	}

}
