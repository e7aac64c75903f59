package org.nangospring.client.operation;

import java.util.EnumSet;
import java.util.Set;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.nangospring.client.operation.Operation.Expects;

/**
 * Answers that say 200 and are of no use.
 */
enum UnusableAnswer {

	HTML("answer is text/html", EnumSet.complementOf(EnumSet.of(Expects.ANYTHING))) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return WireMock.ok("<!DOCTYPE html><p>Nango</p>").withHeader("Content-Type", "text/html; charset=utf-8");
		}
	},

	EMPTY("is empty where JSON was expected", EnumSet.complementOf(EnumSet.of(Expects.ANYTHING))) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return json("");
		}
	},

	EMPTY_WITHOUT_TYPE("is empty where JSON was expected", EnumSet.complementOf(EnumSet.of(Expects.ANYTHING))) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return WireMock.ok();
		}
	},

	TRUNCATED("is not valid JSON", EnumSet.complementOf(EnumSet.of(Expects.ANYTHING))) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			String answer = String.valueOf(operation.answer());
			return json(answer.substring(0, answer.length() - 1));
		}
	},

	TWO_VALUES("", EnumSet.complementOf(EnumSet.of(Expects.ANYTHING))) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return json(operation.answer() + "{}");
		}
	},

	NULL("", EnumSet.of(Expects.OBJECT, Expects.ARRAY, Expects.SUCCESS)) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return json("null");
		}
	},

	LIST_FOR_OBJECT("", EnumSet.of(Expects.OBJECT, Expects.SUCCESS, Expects.OBJECT_OR_NULL)) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return json("[]");
		}
	},

	OBJECT_WITHOUT_FIELDS("lacks", EnumSet.of(Expects.OBJECT)) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return json("{}");
		}
	},

	OBJECT_FOR_LIST("does not fit", EnumSet.of(Expects.ARRAY)) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return json("{}");
		}
	},

	LIST_OF_NULL("", EnumSet.of(Expects.ARRAY)) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return json("[null]");
		}
	},

	REFUSAL("success: false", EnumSet.of(Expects.SUCCESS)) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return json("{\"success\":false}");
		}
	},

	TOO_LARGE("larger than " + UnusableAnswer.LIMIT + " bytes", EnumSet.allOf(Expects.class)) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return json("{\"data\":\"" + "x".repeat(2 * LIMIT) + "\"}");
		}

		@Override
		boolean concerns(Operation operation) {
			return !operation.toString().contains("as a stream");
		}
	},

	REDIRECT("a redirect to elsewhere.test", EnumSet.allOf(Expects.class)) {
		@Override
		ResponseDefinitionBuilder answer(Operation operation) {
			return WireMock.aResponse().withStatus(302).withHeader("Location", "https://elsewhere.test/next");
		}

		@Override
		boolean concerns(Operation operation) {
			// a provider may redirect: that is for the caller to see
			return !operation.isProxy();
		}
	};

	static final int LIMIT = 16 * 1024;

	private final String message;

	private final Set<Expects> concerned;

	UnusableAnswer(String message, Set<Expects> concerned) {
		this.message = message;
		this.concerned = concerned;
	}

	abstract ResponseDefinitionBuilder answer(Operation operation);

	boolean concerns(Operation operation) {
		return true;
	}

	boolean isFor(Operation operation) {
		return this.concerned.contains(operation.expects()) && concerns(operation);
	}

	String message() {
		return this.message;
	}

	private static ResponseDefinitionBuilder json(String body) {
		return WireMock.ok(body).withHeader("Content-Type", "application/json; charset=utf-8");
	}

}
