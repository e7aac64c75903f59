package org.nangospring.autoconfigure.webhook;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.webhook.WebhookSamples;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything is logged by Spring and by us; servers below log raw requests when they are
 * told to, and are not.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookSecretsTests {

	/**
	 * Levels outlive the applications that set them.
	 */
	@AfterEach
	void forgetLogLevels() {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel("org.springframework", null);
		logging.setLogLevel("org.nangospring", null);
		logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

	@ParameterizedTest
	@EnumSource
	void nothingOfAPayloadAndNoKeyIsInTheLog(ServerKind kind, CapturedOutput output) {
		try (WebhookApplication application = WebhookApplication.start(kind, "logging.level.org.springframework=trace",
				"logging.level.org.nangospring=trace")) {
			WebhookSamples.all().forEach(application::deliver);
			application.deliver("sesame");
			application.recorder().behave((webhook) -> {
				throw new IllegalStateException("Broken for the test");
			});
			WebhookSamples.all().forEach((body) -> application.deliver(body + " "));
		}
		assertThat(output).contains("TRACE")
			.contains("A webhook of type sync could not be handled")
			.contains("Broken for the test")
			.contains("not_json")
			.doesNotContain("conn-1")
			.doesNotContain("github-prod")
			.doesNotContain("ada@acme")
			.doesNotContain("user-7")
			.doesNotContain("2026-01-01")
			.doesNotContain("exploded")
			.doesNotContain("evt-")
			.doesNotContain("sesame")
			.doesNotContain("phase\":")
			.doesNotContain(WebhookSamples.KEY)
			.doesNotContain(WebhookSamples.sign(WebhookSamples.KEY, WebhookSamples.bytes(WebhookSamples.SYNC)));
	}

}
