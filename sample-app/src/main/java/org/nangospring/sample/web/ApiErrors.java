package org.nangospring.sample.web;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.sample.failure.Failure;
import org.nangospring.sample.failure.Failures;
import org.nangospring.sample.failure.InvalidInputException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers with a problem document (RFC 9457) when a JSON endpoint fails.
 */
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors extends ResponseEntityExceptionHandler {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> nango(NangoException ex) {
		return answer(Failures.of(ex));
	}

	/**
	 * The client refuses what it cannot send with an {@link IllegalArgumentException}.
	 */
	@ExceptionHandler({ IllegalArgumentException.class, InvalidInputException.class })
	ResponseEntity<ProblemDetail> input(RuntimeException ex) {
		return answer(Failures.ofInput(ex));
	}

	private static ResponseEntity<ProblemDetail> answer(Failure failure) {
		ProblemDetail problem = ProblemDetail.forStatus(failure.httpStatus());
		problem.setTitle(failure.title());
		problem.setDetail(failure.message());
		problem.setProperty("error", failure.type());
		problem.setProperty("advice", failure.advice());
		set(problem, "operation", failure.operation());
		set(problem, "code", failure.code());
		set(problem, "upstreamStatus", failure.status());
		set(problem, "upstreamBody", failure.body());
		HttpHeaders headers = new HttpHeaders();
		if (failure.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(failure.retryAfter().toSeconds()));
		}
		return new ResponseEntity<>(problem, headers, failure.httpStatus());
	}

	private static void set(ProblemDetail problem, String name, @Nullable Object value) {
		if (value != null) {
			problem.setProperty(name, value);
		}
	}

}
