package org.nangospring.client.http;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.io.buffer.DataBuffer;

import static org.assertj.core.api.Assertions.assertThat;

class HandoverTests {

	private final EmbeddedChannel channel = new EmbeddedChannel();

	private final Connection connection = Connection.from(this.channel);

	private final Handover handover = new Handover();

	@Test
	void aConnectionIsClosedWhenItsCallerGivesUp() {
		this.handover.sent(this.connection);
		this.handover.drop();
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void aConnectionIsClosedWhenItsCallerHasGivenUpBefore() {
		this.handover.drop();
		this.handover.sent(this.connection);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void aConnectionWhoseAnswerNobodyReadsIsClosedWhenItsCallerGivesUp() {
		this.handover.sent(this.connection);
		this.handover.answered(Flux.never());
		this.handover.drop();
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void aConnectionBelongsToTheReaderFromThenOn() {
		this.handover.sent(this.connection);
		this.handover.answered(Flux.never()).subscribe();
		this.handover.drop();
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void aConnectionWhoseAnswerIsHeldInMemoryIsClosedWhenItsCallerGivesUpBeforeItIsRead() {
		this.handover.sent(this.connection);
		TestPublisher<DataBuffer> body = TestPublisher.create();
		BaseSubscriber<BodyBytes> caller = new BaseSubscriber<>() {
		};
		Mono.just("head").hide().flatMap((head) -> {
			this.handover.taken();
			caller.cancel();
			this.handover.drop();
			return BodyBytes.read(body.flux(), -1, 10, null);
		}).subscribe(caller);
		// which closes the connection
		body.assertWasCancelled();
	}

	@Test
	void aConnectionWhoseAnswerIsBeingReadIsLeftToTheReader() {
		this.handover.sent(this.connection);
		this.handover.taken();
		this.handover.drop();
		assertThat(this.channel.isOpen()).isTrue();
	}

}
