package org.nangospring.client.operation;

import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.connection.ConnectionSummary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Lists of connections, page by page.
 */
class ConnectionListTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@Test
	void allPagesAreReadUpToTheFirstShortOne() {
		page(0, 2);
		page(1, 2);
		page(2, 1);
		assertThat(FIXTURE.nango().connections().stream((query) -> query.limit(2)))
			.extracting(ConnectionSummary::connectionId)
			.containsExactly("p0-0", "p0-1", "p1-0", "p1-1", "p2-0");
		assertThat(FIXTURE.urls()).containsExactly(url(0), url(1), url(2));
	}

	@Test
	void allPagesAreReadReactivelyUpToTheFirstShortOne() {
		page(0, 2);
		page(1, 2);
		page(2, 0);
		assertThat(FIXTURE.nango()
			.reactive()
			.connections()
			.stream((query) -> query.limit(2))
			.map(ConnectionSummary::connectionId)
			.collectList()
			.block()).containsExactly("p0-0", "p0-1", "p1-0", "p1-1");
		assertThat(FIXTURE.urls()).containsExactly(url(0), url(1), url(2));
	}

	@Test
	void aStreamCanBeginAtALaterPage() {
		page(3, 1);
		assertThat(FIXTURE.nango().connections().stream((query) -> query.limit(2).page(3))).hasSize(1);
		assertThat(FIXTURE.nango().reactive().connections().stream((query) -> query.limit(2).page(3)).count().block())
			.isEqualTo(1);
		assertThat(FIXTURE.urls()).containsExactly(url(3), url(3));
	}

	@Test
	void aPageIsOnlyReadWhenItIsNeeded() {
		page(0, 2);
		page(1, 1);
		try (Stream<ConnectionSummary> stream = FIXTURE.nango().connections().stream((query) -> query.limit(2))) {
			Iterator<ConnectionSummary> connections = stream.iterator();
			assertThat(FIXTURE.urls()).isEmpty();
			assertThat(connections.hasNext()).isTrue();
			assertThat(FIXTURE.urls()).startsWith(url(0));
			connections.next();
			connections.next();
			assertThat(connections.next().connectionId()).isEqualTo("p1-0");
			assertThat(connections.hasNext()).isFalse();
			assertThat(FIXTURE.urls()).containsExactly(url(0), url(1));
		}
	}

	@Test
	void theSameFluxCanBeReadTwice() {
		page(0, 1);
		var connections = FIXTURE.nango().reactive().connections().stream((query) -> query.limit(2));
		assertThat(FIXTURE.urls()).isEmpty();
		assertThat(connections.count().block()).isEqualTo(1);
		assertThat(connections.count().block()).isEqualTo(1);
		assertThat(FIXTURE.urls()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 2_001 })
	void aLimitThatNangoRefusesIsRefusedHere(int limit) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connections().list((query) -> query.limit(limit)));
		assertThat(FIXTURE.urls()).isEmpty();
	}

	@Test
	void whatCannotBeAskedForIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connections().list((query) -> query.page(-1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connections().list((query) -> query.integrationIds("a,b")))
			.withMessageContaining("comma");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connections().list((query) -> query.integrationIds()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().connections().list((query) -> query.search(" ")));
		assertThat(FIXTURE.urls()).isEmpty();
	}

	private static String url(int page) {
		return "/connections?limit=2&page=" + page;
	}

	private static void page(int page, int size) {
		String connections = IntStream.range(0, size)
			.mapToObj((i) -> """
					{"connection_id":"p%d-%d","provider_config_key":"github","provider":"github"}""".formatted(page, i))
			.collect(Collectors.joining(","));
		FIXTURE.server()
			.stubFor(WireMock.get(url(page)).willReturn(WireMock.okJson("{\"connections\":[" + connections + "]}")));
	}

}
