package org.nangospring.client.http;

import java.time.Instant;

import tools.jackson.databind.module.SimpleModule;

/**
 * What the client's mapper does in another way than Jackson, because it takes much of the
 * time in which a page of records is read.
 */
final class NangoJsonModule extends SimpleModule {

	private static final long serialVersionUID = 1L;

	NangoJsonModule() {
		super("nango");
		addDeserializer(Instant.class, new IsoInstantDeserializer());
	}

	@Override
	public void setupModule(SetupContext context) {
		super.setupModule(context);
		context.addValueInstantiators(new SpreadConstructors());
	}

}
