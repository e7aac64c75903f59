package org.nangospring.client.sync;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record SyncVariantData(String id, String name, String variant,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements SyncVariant {

	SyncVariantData {
		Answers.required(id, "id");
		Answers.required(name, "name");
		Answers.required(variant, "variant");
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public String toString() {
		return "SyncVariant[name=" + this.name + ", variant=" + this.variant + "]";
	}

}
