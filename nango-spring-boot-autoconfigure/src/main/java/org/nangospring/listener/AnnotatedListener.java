package org.nangospring.listener;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.util.StringUtils;

/**
 * Reads a {@link NangoRecordListener}: resolves placeholders, looks up beans.
 */
final class AnnotatedListener {

	private final NangoRecordListener annotation;

	private final ConfigurableBeanFactory beanFactory;

	private final EmbeddedValueResolver resolver;

	AnnotatedListener(NangoRecordListener annotation, ConfigurableBeanFactory beanFactory) {
		this.annotation = annotation;
		this.beanFactory = beanFactory;
		this.resolver = new EmbeddedValueResolver(beanFactory);
	}

	RecordListenerDefinition.Builder<?> builder(Type payloadType) {
		RecordListenerDefinition.Builder<Object> builder = new RecordListenerDefinition.Builder<>(
				Arguments.id(resolve(this.annotation.integration()), "integration id of a @NangoRecordListener"),
				Arguments.text(resolve(this.annotation.model()), "model of a @NangoRecordListener"), payloadType);
		String id = resolve(this.annotation.id());
		if (id != null) {
			builder.id(id);
		}
		String errorHandler = resolve(this.annotation.errorHandler());
		if (errorHandler != null) {
			builder.errorHandler(this.beanFactory.getBean(errorHandler, RecordErrorHandler.class));
		}
		return builder.variant(resolve(this.annotation.variant())).selector(selector()).options(this::options);
	}

	private RecordListenerOptions options(RecordListenerOptions defaults) {
		RecordListenerOptions options = defaults;
		Integer batchSize = read("batchSize", this.annotation.batchSize(), Integer::valueOf);
		if (batchSize != null) {
			options = options.batchSize(batchSize);
		}
		Integer pageSize = read("pageSize", this.annotation.pageSize(), Integer::valueOf);
		if (pageSize != null) {
			options = options.pageSize(pageSize);
		}
		Integer concurrency = read("concurrency", this.annotation.concurrency(), Integer::valueOf);
		if (concurrency != null) {
			options = options.concurrency(concurrency);
		}
		Duration pollInterval = read("pollInterval", this.annotation.pollInterval(),
				DurationFormatterUtils::detectAndParse);
		if (pollInterval != null) {
			options = options.pollInterval(pollInterval);
		}
		Boolean autoStartup = read("autoStartup", this.annotation.autoStartup(), AnnotatedListener::bool);
		return (autoStartup != null) ? options.autoStartup(autoStartup) : options;
	}

	private ConnectionSelector selector() {
		Set<String> ids = Set.copyOf(list("connections", this.annotation.connections()));
		Map<String, String> tags = tags();
		String bean = resolve(this.annotation.selector());
		ConnectionSelector chosen = (bean != null) ? this.beanFactory.getBean(bean, ConnectionSelector.class)
				: (connection) -> true;
		return (connection) -> (ids.isEmpty() || ids.contains(connection.connectionId()))
				&& connection.tags().entrySet().containsAll(tags.entrySet()) && chosen.selects(connection);
	}

	private Map<String, String> tags() {
		Map<String, String> tags = new LinkedHashMap<>();
		for (String tag : list("tags", this.annotation.tags())) {
			int separator = tag.indexOf('=');
			if (separator < 1) {
				throw new IllegalStateException(
						"The tag \"" + tag + "\" of a @NangoRecordListener must have the form key=value");
			}
			// Nango keeps keys in lower case
			tags.put(tag.substring(0, separator).trim().toLowerCase(Locale.ROOT), tag.substring(separator + 1).trim());
		}
		return tags;
	}

	private List<String> list(String name, String[] values) {
		List<String> list = new ArrayList<>();
		for (String value : values) {
			String resolved = resolve(value);
			Arrays.stream(StringUtils.commaDelimitedListToStringArray(resolved))
				.map(String::trim)
				.filter(StringUtils::hasText)
				.forEach(list::add);
		}
		if (values.length > 0 && list.isEmpty()) {
			// a setting that is missing must not open the listener to all
			throw new IllegalStateException("The " + name + " " + Arrays.toString(values)
					+ " of a @NangoRecordListener are empty: leave them out to listen to all connections");
		}
		return list;
	}

	private <T> @Nullable T read(String name, String text, Function<String, T> reader) {
		String value = resolve(text);
		try {
			return (value != null) ? reader.apply(value) : null;
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(
					"The " + name + " \"" + value + "\" of a @NangoRecordListener cannot be read", ex);
		}
	}

	private static Boolean bool(String text) {
		return switch (text) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new IllegalArgumentException("It must be true or false");
		};
	}

	private @Nullable String resolve(String text) {
		String value = this.resolver.resolveStringValue(text);
		return StringUtils.hasText(value) ? value.trim() : null;
	}

}
