package org.nangospring.autoconfigure.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole application in a process of its own, which finds its Nango with Docker Compose.
 * The {@code docker} on its path only says what the real one would.
 */
@DisabledOnOs(OS.WINDOWS)
class DockerComposeApplicationTests {

	private static final String SCRIPT = """
			#!/bin/sh
			case "$*" in
			  "version "*) echo 28.2.2 ;;
			  "compose version "*) echo '{"version":"2.36.2"}' ;;
			  *" config "*) echo '{"name":"app","services":{"nango":{"image":"nangohq/nango-server:hosted"}}}' ;;
			  *" ps "*) echo '{"ID":"f00","Name":"app-nango-1","Image":"nangohq/nango-server:hosted","State":"running"}' ;;
			  "context "*) echo '{"Name":"default","Current":true,"DockerEndpoint":"unix:///var/run/docker.sock"}' ;;
			  "inspect "*) echo '{"Id":"f00","Config":{"Image":"nangohq/nango-server:hosted","Labels":{"com.docker.compose.project":"app"},\
			"ExposedPorts":{"8080/tcp":{}},"Env":["SERVER_PORT=8080","NANGO_SECRET_KEY_DEV=@key@"]},\
			"NetworkSettings":{"Ports":{"8080/tcp":[{"HostIp":"0.0.0.0","HostPort":"@port@"}]}},"HostConfig":{"NetworkMode":"app_default"}}' ;;
			  *) echo "what is docker $*?" >&2; exit 1 ;;
			esac
			""";

	@TempDir
	private Path directory;

	private WireMockServer server;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.server.stubFor(get(anyUrl()).willReturn(okJson("{\"data\":[]}")));
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void theServiceGivesHostAndKeyWithoutAnyProperty() throws Exception {
		Path docker = Files.createFile(this.directory.resolve("docker"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		Files.writeString(docker,
				SCRIPT.replace("@key@", TestClients.KEY).replace("@port@", Integer.toString(this.server.port())));
		Files.writeString(this.directory.resolve("compose.yaml"), "services:\n");
		assertThat(run()).as(Files.readString(this.directory.resolve("output"))).isZero();
		this.server.verify(1,
				getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + TestClients.KEY)));
		assertThat(Files.readString(this.directory.resolve("output"))).doesNotContain(TestClients.KEY);
	}

	private int run() throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						System.getProperty("java.class.path"), Application.class.getName()));
		builder.environment().put("PATH", this.directory + ":/usr/bin:/bin");
		Process process = builder.directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("output").toFile())
			.start();
		try {
			assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
			return process.exitValue();
		}
		finally {
			process.destroyForcibly();
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		public static void main(String[] arguments) {
			SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.properties("spring.main.banner-mode=off");
			try (ConfigurableApplicationContext context = application.run()) {
				context.getBean(NangoClient.class).integrations().list();
			}
		}

	}

}
