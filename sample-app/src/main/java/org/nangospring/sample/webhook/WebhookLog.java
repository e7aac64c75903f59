package org.nangospring.sample.webhook;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.nangospring.webhook.NangoWebhook;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Listens to webhooks, remembers the last ones, and lets the application know of each as
 * people read it.
 */
@Component
public class WebhookLog {

	private static final int SIZE = 20;

	private final Clock clock;

	private final Deque<WebhookView> newestFirst = new ArrayDeque<>();

	private final ApplicationEventPublisher events;

	private long lastId;

	WebhookLog(Clock clock, ApplicationEventPublisher events) {
		this.clock = clock;
		this.events = events;
	}

	@EventListener
	void received(NangoWebhook webhook) {
		this.events.publishEvent(remember(webhook));
	}

	/**
	 * The last webhooks.
	 * @return the newest first
	 */
	public synchronized List<WebhookView> newestFirst() {
		return List.copyOf(this.newestFirst);
	}

	private synchronized WebhookView remember(NangoWebhook webhook) {
		WebhookView view = WebhookView.of(++this.lastId, webhook, this.clock.instant());
		this.newestFirst.addFirst(view);
		if (this.newestFirst.size() > SIZE) {
			this.newestFirst.removeLast();
		}
		return view;
	}

}
