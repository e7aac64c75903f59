package org.nangospring.client.function;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record FunctionCodeData(@Nullable FunctionType type, String code,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements FunctionCode {

	FunctionCodeData {
		Answers.required(code, "code");
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Source and output are not for logs.
	 */
	@Override
	public String toString() {
		return "FunctionCode[type=" + this.type + "]";
	}

}
