package org.nangospring.monitoring;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nangospring.monitoring.PromQl.Selector;

import static org.assertj.core.api.Assertions.assertThat;

class PromQlTests {

	@Test
	void metricsAndLabelsAreFoundAndNothingElse() {
		PromQl found = PromQl.parse("""
				histogram_quantile(0.95, sum by (le, client) (rate(a_bucket{client=~"$client", outcome!~"X|Y"}[5m])))
				  / on (job) group_left (team) b_total > 1e3 and max_over_time(c_seconds[$__rate_interval]) >= 10
				  unless d{} offset 15m""");
		assertThat(found.selectors()).containsExactly(
				new Selector("a_bucket", Map.of("client", "$client", "outcome", "X|Y")),
				new Selector("b_total", Map.of()), new Selector("c_seconds", Map.of()), new Selector("d", Map.of()));
		assertThat(found.grouping()).containsExactly("le", "client", "job", "team");
	}

	@Test
	void aMetricThatLooksLikeAFunctionIsNone() {
		assertThat(PromQl.parse("sum(vector(1))").selectors()).isEmpty();
		assertThat(PromQl.parse("sum(up)").selectors()).containsExactly(new Selector("up", Map.of()));
	}

	@Test
	void alternativesOfALabelThatIsNamedTwiceAreAllKept() {
		assertThat(PromQl.parse("a{x=\"1\", x!=\"2\"}").selectors())
			.containsExactly(new Selector("a", Map.of("x", "1|2")));
	}

}
