package org.nangospring.sample.nango;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The service behind all connections. It looks like small parts of GitHub, Google Drive
 * and Slack, and no request to it leaves the process.
 */
final class PretendProvider {

	private static final String SITE = "https://github.example";

	private static final String JSON = "application/json; charset=utf-8";

	private static final int REPOSITORIES = 23;

	private static final int FIRST_ISSUE_ID = 5000;

	private static final Set<Integer> BODILESS = Set.of(204, 205, 304);

	private final Router router = new Router();

	private final PretendSlack slack;

	private final List<CreatedIssue> issues = new ArrayList<>();

	private int requests;

	PretendProvider(Clock clock) {
		this.slack = new PretendSlack(clock);
		this.router.add("GET", "/zen",
				(request, path) -> Answer.text(200, "text/plain; charset=utf-8", "Keep it logically awesome."));
		this.router.add("GET", "/user", (request, path) -> user(FakeTokens.accountOf(request)));
		this.router.add("GET", "/user/repos", (request, path) -> repositories(request, FakeTokens.accountOf(request)));
		this.router.add("POST", "/repos/*/*/issues",
				(request, path) -> createIssue(request, path, FakeTokens.accountOf(request)));
		this.router.add("GET", "/headers", (request, path) -> headers(request));
		new PretendDrive().register(this.router);
		this.slack.register(this.router);
		for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
			this.router.add(method, "/status/*", (request, path) -> status(path.get(0)));
		}
	}

	Answer exchange(Request request) {
		this.requests++;
		return answer(request).with("x-request-id", "fake-request-" + this.requests).with("x-provider", "pretend");
	}

	PretendSlack slack() {
		return this.slack;
	}

	List<ObjectNode> issuesOf(String account) {
		return this.issues.stream().filter((issue) -> issue.account().equals(account)).map(CreatedIssue::json).toList();
	}

	private Answer answer(Request request) {
		if (FakeTokens.accountOf(request.header("authorization")) == null) {
			return message(401, "Bad credentials");
		}
		Router.Match match = this.router.find(request);
		return (match != null) ? match.handle(request) : message(404, "Not Found");
	}

	private static Answer user(String account) {
		return Answer.json(Json.object((it) -> it.put("login", account + "-bot")
			.put("id", 100 + account.length())
			.put("type", "User")
			.put("name", account + " integration")
			.put("html_url", SITE + "/" + account + "-bot")));
	}

	private static Answer repositories(Request request, String account) {
		Query query = request.query();
		int perPage = positive(query.text("per_page"), 30, 100);
		int page = positive(query.text("page"), 1, Integer.MAX_VALUE);
		List<ObjectNode> rows = IntStream.rangeClosed(1, REPOSITORIES)
			.skip((page - 1L) * perPage)
			.limit(perPage)
			.mapToObj((number) -> repository(account, number))
			.toList();
		Answer answer = Answer.json(Json.array(rows));
		if ((long) page * perPage >= REPOSITORIES) {
			return answer;
		}
		URI path = request.uri();
		return answer.with("link",
				"<" + SITE + path.getRawPath() + "?per_page=" + perPage + "&page=" + (page + 1) + ">; rel=\"next\"");
	}

	private static ObjectNode repository(String account, int number) {
		String name = repositoryName(number);
		return Json.object((it) -> it.put("id", 900 + number)
			.put("name", name)
			.put("full_name", account + "/" + name)
			.put("private", number % 3 == 0)
			.put("html_url", SITE + "/" + account + "/" + name));
	}

	private static String repositoryName(int number) {
		return (number == 1) ? "widgets" : "service-%02d".formatted(number);
	}

	private Answer createIssue(Request request, List<String> path, String account) {
		String owner = path.get(0);
		String repository = path.get(1);
		boolean known = owner.equals(account) && IntStream.rangeClosed(1, REPOSITORIES)
			.mapToObj(PretendProvider::repositoryName)
			.anyMatch(repository::equals);
		if (!known) {
			return message(404, "Not Found");
		}
		JsonNode input;
		try {
			input = Json.read(request.body());
		}
		catch (JacksonException ex) {
			return message(400, "Problems parsing JSON");
		}
		String title = input.path("title").asString("");
		if (title.isBlank()) {
			ObjectNode body = Json.object().put("message", "Validation Failed");
			body.putArray("errors")
				.addObject()
				.put("resource", "Issue")
				.put("field", "title")
				.put("code", "missing_field");
			return Answer.json(422, body);
		}
		int number = this.issues.size() + 1;
		ObjectNode issue = Json.object((it) -> it.put("id", FIRST_ISSUE_ID + number)
			.put("number", FIRST_ISSUE_ID + number)
			.put("title", title)
			.put("body", input.path("body").asString(""))
			.put("state", "open")
			.put("html_url", SITE + "/" + owner + "/" + repository + "/issues/" + (FIRST_ISSUE_ID + number)));
		this.issues.add(new CreatedIssue(account, issue));
		return Answer.json(201, issue);
	}

	private static Answer headers(Request request) {
		ObjectNode json = Json.object();
		request.headers()
			.forEach((name, value) -> json.put(name, name.equals("authorization") ? "Bearer (not shown)" : value));
		return Answer.json(json);
	}

	private static Answer status(String text) {
		int status = text.matches("[2-5]\\d\\d") ? Integer.parseInt(text) : 404;
		if (BODILESS.contains(status)) {
			return Answer.empty(status);
		}
		Answer answer = Answer.json(status, Json.object((it) -> it.put("message", "Pretend status " + status)));
		return (status == 429) ? answer.with("retry-after", "1").with("x-ratelimit-remaining", "0") : answer;
	}

	static int positive(@Nullable String text, int fallback, int maximum) {
		boolean number = text != null && text.matches("[1-9]\\d{0,8}");
		return number ? Math.min(maximum, Integer.parseInt(text)) : fallback;
	}

	private static Answer message(int status, String message) {
		return Answer.text(status, JSON,
				Json.object((it) -> it.put("message", message)
					.put("documentation_url", SITE + "/docs")
					.put("status", Integer.toString(status))).toString());
	}

	private record CreatedIssue(String account, ObjectNode json) {
	}

}
