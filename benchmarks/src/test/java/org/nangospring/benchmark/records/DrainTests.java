package org.nangospring.benchmark.records;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nangospring.benchmark.NangoApplication;
import org.nangospring.benchmark.stub.StubServer;
import org.nangospring.client.NangoClient;
import org.nangospring.client.record.NangoRecord;

import static org.assertj.core.api.Assertions.assertThat;

class DrainTests {

	private static StubServer stub;

	private static NangoClient nango;

	@BeforeAll
	static void startStub() {
		stub = StubServer.start(3);
		nango = NangoClient.builder().secretKey(NangoApplication.KEY).host(stub.uri()).build();
	}

	@AfterAll
	static void stopStub() {
		nango.close();
		stub.close();
	}

	@Test
	void bothWaysReadTheSameRecords() {
		Drain.Total ours = new NangoDrain(nango).drain();
		Drain.Total byHand = new HandWrittenDrain(stub.uri()).drain();
		assertThat(ours.count()).isEqualTo(3_000).isEqualTo(byHand.count());
		assertThat(ours.sum()).isPositive().isEqualTo(byHand.sum());
	}

	@Test
	void aListenerAndPlainStreamsReadTheRecordsOfAllConnections() {
		long all = 3_000L * StubServer.CONNECTIONS;
		Drain.Total listener = new ListenerDrain(nango, all).drain();
		Drain.Total streams = new StreamsDrain(nango).drain();
		assertThat(listener.count()).isEqualTo(all).isEqualTo(streams.count());
		assertThat(listener.sum()).isPositive().isEqualTo(streams.sum());
	}

	@Test
	void eachRecordHasAnIdAndACursorOfItsOwn() {
		List<NangoRecord<Invoice>> records = nango.connection("github", "conn-1")
			.records("Invoice", Invoice.class)
			.limit(1_000)
			.stream()
			.toList();
		Set<String> ids = new HashSet<>();
		Set<String> cursors = new HashSet<>();
		records.forEach((record) -> {
			ids.add(record.id());
			cursors.add(record.metadata().cursor());
		});
		assertThat(ids).hasSize(3_000);
		assertThat(cursors).hasSize(3_000);
	}

}
