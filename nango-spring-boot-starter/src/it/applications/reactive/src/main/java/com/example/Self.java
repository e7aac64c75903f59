package com.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.springframework.context.ApplicationContext;

/**
 * Calls the application itself, as a browser would.
 */
final class Self {

	private final String address;

	Self(ApplicationContext application) {
		this.address = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
	}

	String get(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.address + path)).build();
		HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		return (answer.statusCode() == 200) ? answer.body() : "status " + answer.statusCode();
	}

}
