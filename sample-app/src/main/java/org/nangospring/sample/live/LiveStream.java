package org.nangospring.sample.live;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams of server-sent events to the open pages. A thread of its own writes them: a
 * browser that does not read must not keep a webhook or a record listener waiting. Other
 * pages wait for it until the server gives it up, as pages that nobody sees have closed
 * their stream themselves.
 */
@Component
public class LiveStream implements DisposableBean {

	/** Stands for everything: browsers leave events without data out. */
	static final String EVERYTHING = "*";

	private final Set<SseEmitter> pages = ConcurrentHashMap.newKeySet();

	private final AtomicLong lastId = new AtomicLong();

	private final ThreadPoolExecutor writer = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new LinkedBlockingQueue<>(), LiveStream::thread, new ThreadPoolExecutor.DiscardPolicy());

	LiveStream() {
	}

	/**
	 * Tells every open page that something has happened. A page then asks for what
	 * concerns it.
	 * @param event what has happened
	 * @param subject what it is about: a connection as its two ids with a slash between
	 * them, or {@link #EVERYTHING}
	 */
	public synchronized void tell(LiveEvent event, String subject) {
		String id = Long.toString(this.lastId.incrementAndGet());
		this.writer.execute(() -> this.pages.forEach((page) -> send(page, id, event, subject)));
	}

	/**
	 * The id of the last event. A page that was made after it knows of all that came
	 * before.
	 * @return the id
	 */
	public String lastEvent() {
		return Long.toString(this.lastId.get());
	}

	/**
	 * Opens a stream.
	 * @param lastSeen the id of the last event that the page has seen, or null when it is
	 * new; a page that may have missed some is told to look at everything again
	 */
	SseEmitter open(@Nullable String lastSeen) {
		SseEmitter page = new SseEmitter(0L);
		page.onCompletion(() -> this.pages.remove(page));
		page.onError((ex) -> this.pages.remove(page));
		this.pages.add(page);
		if (this.writer.isShutdown()) {
			page.complete();
			return page;
		}
		String id = lastEvent();
		send(page, id, LiveEvent.OPEN, EVERYTHING);
		if (lastSeen != null && !lastSeen.equals(id)) {
			for (LiveEvent event : LiveEvent.CHANGES) {
				send(page, id, event, EVERYTHING);
			}
		}
		return page;
	}

	private void send(SseEmitter page, String id, LiveEvent event, String subject) {
		try {
			page.send(SseEmitter.event().id(id).name(event.value()).data(subject));
		}
		catch (IOException | RuntimeException ex) {
			// the page is gone; if it is not, it connects again and asks for what it has
			// missed
			this.pages.remove(page);
			page.complete();
		}
	}

	/**
	 * Ends all streams before the server does, which takes open ones for requests that
	 * have failed.
	 */
	@EventListener(ContextClosedEvent.class)
	void end() throws InterruptedException {
		this.writer.execute(() -> this.pages.forEach(SseEmitter::complete));
		this.writer.shutdown();
		// not for as long as a page that does not read takes
		this.writer.awaitTermination(1, TimeUnit.SECONDS);
	}

	@Override
	public void destroy() {
		this.writer.shutdownNow();
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "live-stream");
		thread.setDaemon(true);
		return thread;
	}

}
