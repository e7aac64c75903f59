package org.nangospring.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.observation.docs.ObservationDocumentation;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation;
import org.nangospring.autoconfigure.webhook.NangoWebhookObservationDocumentation;
import org.nangospring.client.observation.DefaultNangoObservationConvention;
import org.nangospring.client.observation.NangoObservationDocumentation;

/**
 * Writes all observations and meters, from the enumerations that the code takes their
 * names from.
 */
final class MetricsReference {

	private static final PrometheusNamingConvention PROMETHEUS = new PrometheusNamingConvention();

	private MetricsReference() {
	}

	static String page() {
		Markdown page = new Markdown("Metrics",
				"Every meter and observation with its tags, and its name in Prometheus. [Monitoring](../monitoring.md)"
						+ " tells how to use them.");
		page.section("Observations")
			.paragraph("Each is a timer and a span. The timer has `error` as one more tag: the class of the exception,"
					+ " or `none`. What is under way is in a long task timer with `.active` after the name, with those"
					+ " tags that are known when it begins.");
		observation(page, NangoObservationDocumentation.CALL, NangoObservationDocumentation.LowCardinalityKeys.values(),
				NangoObservationDocumentation.HighCardinalityKeys.values());
		observation(page, NangoWebhookObservationDocumentation.HANDLING,
				NangoWebhookObservationDocumentation.Keys.values());
		meters(page, "Meters of the client", "nango.client.");
		meters(page, "Meters of webhooks", "nango.webhook.");
		meters(page, "Meters of record listeners", "nango.listener.");
		return page.toString();
	}

	private static void observation(Markdown page, ObservationDocumentation observation, KeyName[]... keys) {
		Class<?> type = ((Enum<?>) observation).getDeclaringClass();
		Javadocs javadocs = Javadocs.of(type);
		String name = name(observation);
		page.paragraph("### " + Markdown.code(name));
		page.paragraph(javadocs.paragraph(type.getSimpleName(), ((Enum<?>) observation).name()) + " In Prometheus: "
				+ Markdown.codes(timer(name)) + ".");
		page.header("Tag", "In", "");
		for (KeyName[] each : keys) {
			for (KeyName key : each) {
				Enum<?> constant = (Enum<?>) key;
				boolean low = Arrays.asList(observation.getLowCardinalityKeyNames()).contains(key);
				page.row(Markdown.code(key.asString()), low ? "metrics and traces" : "traces", javadocs
					.paragraph(type.getSimpleName(), constant.getDeclaringClass().getSimpleName(), constant.name()));
			}
		}
		page.endOfTable();
	}

	static String name(ObservationDocumentation observation) {
		String name = observation.getName();
		return (name != null) ? name : new DefaultNangoObservationConvention().getName();
	}

	private static void meters(Markdown page, String title, String prefix) {
		page.section(title).header("Name", "Type", "Tags", "In Prometheus", "");
		List<NangoMeterDocumentation> meters = Arrays.stream(NangoMeterDocumentation.values())
			.filter((meter) -> meter.getName().startsWith(prefix))
			.toList();
		for (NangoMeterDocumentation meter : meters) {
			page.row(Markdown.code(meter.getName()), meter.getType().name().toLowerCase(Locale.ROOT),
					Markdown.codes(Arrays.stream(meter.getKeyNames()).map(KeyName::asString).toList()),
					Markdown.codes(prometheus(meter)), meter.getDescription());
		}
		page.endOfTable().header("Tag", "Of", "");
		for (NangoMeterDocumentation.Keys key : NangoMeterDocumentation.Keys.values()) {
			List<String> having = meters.stream()
				.filter((meter) -> Arrays.asList(meter.getKeyNames()).contains(key))
				.map(NangoMeterDocumentation::getName)
				.toList();
			if (!having.isEmpty()) {
				String values = key.getValues().isEmpty() ? "" : ": " + Markdown.codes(key.getValues());
				page.row(Markdown.code(key.asString()),
						(having.size() < meters.size()) ? Markdown.codes(having) : "all of them",
						key.getDescription() + values);
			}
		}
		page.endOfTable();
	}

	/**
	 * The names that Prometheus has for a meter.
	 */
	static List<String> prometheus(NangoMeterDocumentation meter) {
		if (meter.getType() == Meter.Type.TIMER) {
			return timer(meter.getName());
		}
		String name = PROMETHEUS.name(meter.getName(), meter.getType(), meter.getBaseUnit());
		// the convention leaves the end of a counter's name to the registry
		boolean counter = meter.getType() == Meter.Type.COUNTER && !name.endsWith("_total");
		return List.of(counter ? name + "_total" : name);
	}

	private static List<String> timer(String name) {
		String base = PROMETHEUS.name(name, Meter.Type.TIMER, "seconds");
		return List.of(base + "_count", base + "_sum", base + "_max");
	}

}
