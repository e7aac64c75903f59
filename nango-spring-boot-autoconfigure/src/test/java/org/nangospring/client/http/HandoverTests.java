package org.nangospring.client.http;

import java.nio.ByteBuffer;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

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
		Mono<ByteBuffer> body = BodyBytes.read(Flux.never(), this.handover::taken, -1, 10, null);
		this.handover.drop();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(body).isNotNull();
	}

	@Test
	void aConnectionWhoseAnswerIsBeingReadIntoMemoryIsLeftToTheReader() {
		this.handover.sent(this.connection);
		BodyBytes.read(Flux.never(), this.handover::taken, -1, 10, null).subscribe();
		this.handover.drop();
		assertThat(this.channel.isOpen()).isTrue();
	}

}
