package org.nangospring.client.http;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads times as Nango and JavaScript write them, {@code 2026-01-02T03:04:05.678Z} or
 * with {@code +00:00}, by {@link IsoInstants}. Everything else is left to Jackson, whose
 * formatter takes most of the time in which a page of records is read.
 */
final class IsoInstantDeserializer extends StdScalarDeserializer<Instant> {

	IsoInstantDeserializer() {
		super(Instant.class);
	}

	@Override
	public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
		ValueDeserializer<?> contextual = InstantDeserializer.INSTANT.createContextual(context, property);
		// a format of the property's own is Jackson's to read
		return (contextual == InstantDeserializer.INSTANT) ? this : contextual;
	}

	@Override
	public Instant deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.hasToken(JsonToken.VALUE_STRING)) {
			Instant instant = IsoInstants.parse(parser.getStringCharacters(), parser.getStringOffset(),
					parser.getStringLength());
			if (instant != null) {
				return instant;
			}
		}
		return InstantDeserializer.INSTANT.deserialize(parser, context);
	}

}
