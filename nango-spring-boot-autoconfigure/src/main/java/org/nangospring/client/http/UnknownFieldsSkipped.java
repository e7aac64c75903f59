package org.nangospring.client.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Treats every type as if it were marked to ignore unknown properties. Not to fail on
 * them is not enough: for a record Jackson copies what it does not know until the record
 * can be made, only to throw it away then. Setters for any property still get theirs.
 */
final class UnknownFieldsSkipped extends JacksonAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	@Override
	public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated annotated) {
		return super.findPropertyIgnoralByName(config, annotated).withIgnoreUnknown();
	}

}
