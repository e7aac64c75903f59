package com.example;

import org.nangospring.client.NangoClient;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class PlainApplication {

	@Bean
	ApplicationRunner call(NangoClient nango) {
		return (arguments) -> System.out
			.println("plain: token " + nango.connection("github", "conn-1").token());
	}

	// it ends by itself: nothing of the client keeps a program alive
	public static void main(String[] arguments) {
		SpringApplication.run(PlainApplication.class, arguments);
	}

}
