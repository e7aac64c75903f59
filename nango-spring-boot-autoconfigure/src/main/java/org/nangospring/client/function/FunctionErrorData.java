package org.nangospring.client.function;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record FunctionErrorData(String code, String message, @Nullable Object payload,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements FunctionError {

	FunctionErrorData {
		code = Objects.requireNonNullElse(code, "");
		message = Objects.requireNonNullElse(message, "");
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public String toString() {
		return "FunctionError[code=" + this.code + ", message=" + this.message + "]";
	}

}
