package org.nangospring.batch;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.Records;
import org.nangospring.client.record.UnreadableRecordException;
import org.nangospring.listener.RecordsServer;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ReaderNotOpenException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NangoRecordItemReaderTests {

	private static final String STREAM = "stripe/conn-1/Invoice";

	private final ExecutionContext saved = new ExecutionContext();

	private RecordsServer server;

	private NangoClient nango;

	@BeforeEach
	void start() throws Exception {
		this.server = new RecordsServer().connect("stripe", "conn-1");
		this.nango = TestClients.builder(this.server.url(), new ManualTiming()).build();
	}

	@AfterEach
	void stop() throws Exception {
		this.nango.close();
		this.server.close();
	}

	private Records<Invoice> records() {
		return this.nango.connection("stripe", "conn-1").records("Invoice", Invoice.class);
	}

	private static List<String> rest(NangoRecordItemReader<?> reader) {
		List<String> ids = new ArrayList<>();
		for (NangoRecord<?> record = reader.read(); record != null; record = reader.read()) {
			ids.add(record.id());
		}
		return ids;
	}

	@Test
	void whatNarrowsTheRecordsHoldsAfterARestartToo() {
		this.server.fill(STREAM + "::eu", 0, 6);
		NangoRecordItemReader<Invoice> reader = NangoRecordItemReader
			.builder(records().variant("eu").limit(2).after("c1"))
			.build();
		reader.open(this.saved);
		assertThat(reader.read()).extracting(NangoRecord::id).isEqualTo("r1");
		reader.update(this.saved);
		reader.close();
		reader.open(this.saved);
		assertThat(rest(reader)).containsExactly("r2", "r3", "r4", "r5");
		assertThat(this.server.reads()).extracting((request) -> request.query().get("limit")).containsOnly("2");
		assertThat(reader.read()).isNull();
	}

	@Test
	void aCursorIsSavedUnderTheNameOfItsReader() {
		this.server.fill(STREAM, 0, 3);
		NangoRecordItemReader<Invoice> one = NangoRecordItemReader.builder(records()).name("one").build();
		NangoRecordItemReader<Invoice> two = NangoRecordItemReader.builder(records()).name("two").build();
		one.open(this.saved);
		two.open(this.saved);
		one.update(this.saved);
		assertThat(this.saved.isEmpty()).isTrue();
		rest(one);
		two.read();
		one.update(this.saved);
		two.update(this.saved);
		assertThat(this.saved.getString("one.cursor")).isEqualTo("c3");
		assertThat(this.saved.getString("two.cursor")).isEqualTo("c1");
		one.close();
		two.close();
	}

	@Test
	void aReaderThatSavesNothingBeginsAnew() {
		this.server.fill(STREAM, 0, 3);
		NangoRecordItemReader<Invoice> reader = NangoRecordItemReader.builder(records()).saveState(false).build();
		reader.open(this.saved);
		rest(reader);
		reader.update(this.saved);
		assertThat(this.saved.isEmpty()).isTrue();
		reader.open(this.saved);
		assertThat(rest(reader)).containsExactly("r0", "r1", "r2");
	}

	@Test
	void aReadThatFailsIsMadeAgainByTheNextOne() {
		this.server.fill(STREAM, 0, 4);
		NangoRecordItemReader<Invoice> reader = NangoRecordItemReader.builder(records().limit(2)).build();
		reader.open(this.saved);
		this.server.failing((request) -> "c2".equals(request.cursor()) ? RecordsServer.error(503, "down") : null);
		reader.read();
		reader.read();
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(reader::read);
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(reader::read);
		this.server.working();
		assertThat(rest(reader)).containsExactly("r2", "r3");
	}

	@Test
	void aRecordThatDoesNotFitIsReadOnceAndNotAgainAfterARestart() {
		this.server.fill(STREAM, 0, 1);
		this.server.put(STREAM, "bad", ",\"number\":\"secret\"");
		this.server.fill(STREAM, 1, 2);
		NangoRecordItemReader<Invoice> reader = NangoRecordItemReader.builder(records()).build();
		reader.open(this.saved);
		reader.read();
		assertThatExceptionOfType(UnreadableRecordException.class).isThrownBy(reader::read)
			.satisfies((ex) -> assertThat(ex.recordId()).isEqualTo("bad"));
		reader.update(this.saved);
		reader.open(this.saved);
		assertThat(rest(reader)).containsExactly("r1");
	}

	@Test
	void aReaderThatIsNotOpenSaysHowToOpenIt() {
		NangoRecordItemReader<Invoice> reader = NangoRecordItemReader.builder(records()).build();
		assertThatExceptionOfType(ReaderNotOpenException.class).isThrownBy(reader::read)
			.withMessageContaining("stream(reader)");
		reader.open(this.saved);
		reader.close();
		assertThatExceptionOfType(ReaderNotOpenException.class).isThrownBy(reader::read);
	}

	record Invoice(String id, int number) {
	}

}
