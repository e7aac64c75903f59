package com.example;

import org.nangospring.client.ReactiveNangoClient;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class ReactiveApplication {

	private final ReactiveNangoClient nango;

	ReactiveApplication(ReactiveNangoClient nango) {
		this.nango = nango;
	}

	@GetMapping("/token")
	Mono<String> token() {
		return this.nango.connection("github", "conn-1").token().map((token) -> "token " + token);
	}

	public static void main(String[] arguments) throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(ReactiveApplication.class, arguments)) {
			Self self = new Self(context);
			System.out.println("reactive: " + self.get("/token"));
			System.out.println("reactive: health " + self.get("/actuator/health"));
		}
	}

}
