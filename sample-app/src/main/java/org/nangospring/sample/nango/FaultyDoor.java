package org.nangospring.sample.nango;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The way into the API, where calls meet faults. The pages on which users connect, and
 * what belongs to them, go another way.
 */
final class FaultyDoor {

	private static final String LABEL = Faults.LABEL.toLowerCase(Locale.ROOT);

	private final Faults faults;

	private final RateLimit rateLimit;

	FaultyDoor(Faults faults, RateLimit rateLimit) {
		this.faults = faults;
		this.rateLimit = rateLimit;
	}

	/**
	 * Answers a request, or lets something go wrong with it.
	 * @param request the request
	 * @param usual what answers when all is well
	 * @return the answer, or null when the connection is to be cut off
	 */
	@Nullable Answer answer(Request request, Function<Request, Answer> usual) {
		String label = request.header(LABEL);
		Faults.Dealt dealt = isCall(request) ? this.faults.take(label) : null;
		if (dealt == null) {
			return carriedOut(request, label, usual);
		}
		return switch (dealt.fault().kind()) {
			case UNAVAILABLE -> refused(label, unavailable());
			case RATE_LIMITED -> refused(label, tooMany(request, dealt.fault().time()));
			case SLOW -> {
				Answer late = carriedOut(request, label, usual);
				dealt.hold();
				yield late;
			}
			case BROKEN -> {
				carriedOut(request, label, usual);
				yield null;
			}
		};
	}

	private Answer carriedOut(Request request, @Nullable String label, Function<Request, Answer> usual) {
		Answer answer = usual.apply(request);
		this.faults.count(label, true);
		return answer;
	}

	private Answer refused(@Nullable String label, Answer answer) {
		this.faults.count(label, false);
		return answer;
	}

	/**
	 * Like the proxy in front of Nango, which knows nothing of rate limits and JSON.
	 */
	private static Answer unavailable() {
		return Answer.text(503, "text/html", """
				<html>
				<head><title>503 Service Temporarily Unavailable</title></head>
				<body>
				<center><h1>503 Service Temporarily Unavailable</h1></center>
				</body>
				</html>
				""");
	}

	private Answer tooMany(Request request, Duration retryAfter) {
		return ApiError.tooManyRequests(request.method(), request.uri().getRawPath())
			.answer()
			.withDefaults(this.rateLimit.refusal(retryAfter));
	}

	private static boolean isCall(Request request) {
		List<String> path = request.segments();
		String first = path.isEmpty() ? "" : path.get(0).toLowerCase(Locale.ROOT);
		return switch (first) {
			case ConnectPage.PATH -> false;
			case "connect" -> path.size() > 1 && !path.get(1).equalsIgnoreCase("session");
			default -> true;
		};
	}

}
