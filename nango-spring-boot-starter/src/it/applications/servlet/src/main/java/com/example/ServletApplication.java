package com.example;

import org.nangospring.client.NangoClient;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class ServletApplication {

	private final NangoClient nango;

	ServletApplication(NangoClient nango) {
		this.nango = nango;
	}

	@GetMapping("/token")
	String token() {
		return "token " + this.nango.connection("github", "conn-1").token();
	}

	public static void main(String[] arguments) throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(ServletApplication.class, arguments)) {
			Self self = new Self(context);
			System.out.println("servlet: " + self.get("/token"));
			System.out.println("servlet: health " + self.get("/actuator/health"));
		}
	}

}
