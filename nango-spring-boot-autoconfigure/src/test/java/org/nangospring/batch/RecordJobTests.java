package org.nangospring.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.UnreadableRecordException;
import org.nangospring.listener.RecordsServer;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A job with its state in a database, which fails and is started again.
 */
class RecordJobTests {

	private static final String STREAM = "stripe/conn-1/Invoice";

	private final Set<String> poison = ConcurrentHashMap.newKeySet();

	private final List<String> skipped = new ArrayList<>();

	private RecordsServer server;

	private NangoClient nango;

	private AnnotationConfigApplicationContext context;

	private UnaryOperator<ChunkOrientedStepBuilder<NangoRecord<Invoice>, NangoRecord<Invoice>>> settings = (
			step) -> step;

	@BeforeEach
	void start() throws Exception {
		this.server = new RecordsServer().connect("stripe", "conn-1");
		this.nango = TestClients.builder(this.server.url(), new ManualTiming()).build();
		this.context = new AnnotationConfigApplicationContext();
		this.context.registerBean(NangoClient.class, () -> this.nango);
		this.context.register(BatchConfiguration.class);
		this.context.refresh();
		jdbc().execute("create table invoice (position int auto_increment, id varchar(20))");
	}

	@AfterEach
	void stop() throws Exception {
		this.context.close();
		this.nango.close();
		this.server.close();
	}

	private JdbcTemplate jdbc() {
		return new JdbcTemplate(this.context.getBean(DataSource.class));
	}

	private List<String> written() {
		return jdbc().queryForList("select id from invoice order by position", String.class);
	}

	private static List<String> ids(int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> "r" + i).toList();
	}

	@SuppressWarnings("unchecked")
	private JobExecution run() throws Exception {
		JobRepository repository = this.context.getBean(JobRepository.class);
		NangoRecordItemReader<Invoice> reader = this.context.getBean(NangoRecordItemReader.class);
		ChunkOrientedStepBuilder<NangoRecord<Invoice>, NangoRecord<Invoice>> step = new StepBuilder("load", repository)
			.<NangoRecord<Invoice>, NangoRecord<Invoice>>chunk(10)
			.transactionManager(this.context.getBean(PlatformTransactionManager.class))
			.reader(reader)
			.writer(this::write);
		Job job = new JobBuilder("invoices", repository).start(this.settings.apply(step).build()).build();
		return this.context.getBean(JobOperator.class)
			.start(job, new JobParametersBuilder().addString("connection", "conn-1").toJobParameters());
	}

	private void write(Chunk<? extends NangoRecord<Invoice>> chunk) {
		for (NangoRecord<Invoice> record : chunk) {
			jdbc().update("insert into invoice (id) values (?)", record.id());
			if (this.poison.contains(record.id())) {
				throw new IllegalStateException("broken");
			}
		}
	}

	@Test
	void aJobThatFailsInTheMiddleGoesOnWhereItsLastChunkEnded() throws Exception {
		this.server.fill(STREAM, 0, 2_500);
		this.poison.add("r1234");
		assertThat(run().getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(written()).containsExactlyElementsOf(ids(0, 1_230));
		this.poison.clear();
		this.server.forgetRequests();
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(written()).containsExactlyElementsOf(ids(0, 2_500));
		assertThat(this.server.reads().get(0).cursor()).isEqualTo("c1230");
		assertThat(this.server.reads()).hasSize(2);
	}

	@Test
	void aPageThatCannotBeFetchedFailsTheJobAndARestartAsksForItAgain() throws Exception {
		this.server.fill(STREAM, 0, 1_500);
		this.server.failing((request) -> "c1000".equals(request.cursor()) ? RecordsServer.error(503, "down") : null);
		assertThat(run().getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(written()).containsExactlyElementsOf(ids(0, 1_000));
		this.server.working();
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(written()).containsExactlyElementsOf(ids(0, 1_500));
	}

	@Test
	void aRecordThatDoesNotFitFailsTheJobEachTimeUntilItFits() throws Exception {
		this.server.fill(STREAM, 0, 15);
		this.server.put(STREAM, "bad", ",\"number\":\"secret\"");
		this.server.fill(STREAM, 15, 30);
		assertThat(run().getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(written()).containsExactlyElementsOf(ids(0, 10));
		assertThat(run().getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(written()).containsExactlyElementsOf(ids(0, 10));
		this.server.put(STREAM, "bad", ",\"number\":7");
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(written()).startsWith(ids(0, 30).toArray(new String[0])).endsWith("bad").hasSize(31);
	}

	@Test
	void aRecordThatDoesNotFitCanBeSkippedAndIsNamed() throws Exception {
		this.server.fill(STREAM, 0, 15);
		this.server.put(STREAM, "bad", ",\"number\":\"secret\"");
		this.server.fill(STREAM, 15, 30);
		this.settings = (step) -> step.faultTolerant()
			.skip(UnreadableRecordException.class)
			.skipLimit(5)
			.skipListener(new SkipListener<>() {
				@Override
				public void onSkipInRead(Throwable ex) {
					RecordJobTests.this.skipped.add(((UnreadableRecordException) ex).recordId());
				}
			});
		JobExecution execution = run();
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(written()).containsExactlyElementsOf(ids(0, 30));
		assertThat(this.skipped).containsExactly("bad");
		assertThat(execution.getStepExecutions()).singleElement()
			.satisfies((step) -> assertThat(step.getReadSkipCount()).isEqualTo(1));
	}

	@Test
	void recordsThatTheWriterRefusesCanBeSkippedOneByOne() throws Exception {
		this.server.fill(STREAM, 0, 30);
		this.poison.add("r14");
		this.settings = (step) -> step.faultTolerant().skip(IllegalStateException.class).skipLimit(5);
		assertThat(run().getStatus()).isEqualTo(BatchStatus.COMPLETED);
		List<String> expected = new ArrayList<>(ids(0, 30));
		expected.remove("r14");
		assertThat(written()).containsExactlyElementsOf(expected);
	}

	record Invoice(String id, int number) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableBatchProcessing
	@EnableJdbcJobRepository
	static class BatchConfiguration {

		@Bean
		DataSource dataSource() {
			return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
				.setName(UUID.randomUUID().toString())
				.addScript("/org/springframework/batch/core/schema-h2.sql")
				.build();
		}

		@Bean
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		@StepScope
		NangoRecordItemReader<Invoice> reader(NangoClient nango,
				@Value("#{jobParameters['connection']}") String connection) {
			return NangoRecordItemReader
				.builder(nango.connection("stripe", Objects.requireNonNull(connection))
					.records("Invoice", Invoice.class))
				.name("invoices")
				.build();
		}

	}

}
