package org.nangospring.autoconfigure.webhook;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.nangospring.webhook.WebhookSamples;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that are secured as the guide tells, with CSRF protection on. Our starter
 * must open nothing by itself.
 */
class WebhookSecurityTests {

	@Test
	void aServletApplicationLetsWebhooksInAndNothingElse() {
		assertOnlyWebhooksComeIn(ServerKind.SERVLET, ServletSecurity.class);
	}

	@Test
	void aReactiveApplicationLetsWebhooksInAndNothingElse() {
		assertOnlyWebhooksComeIn(ServerKind.REACTIVE, ReactiveSecurity.class);
	}

	@Test
	void aServletApplicationThatSaysNothingStaysClosed() {
		assertClosed(ServerKind.SERVLET);
	}

	@Test
	void aReactiveApplicationThatSaysNothingStaysClosed() {
		assertClosed(ServerKind.REACTIVE);
	}

	private static void assertOnlyWebhooksComeIn(ServerKind kind, Class<?> security) {
		try (WebhookApplication application = WebhookApplication.startSecured(kind, security)) {
			assertThat(application.deliver(WebhookSamples.CREATION)).isEqualTo(200);
			assertThat(application.recorder().bodies()).containsExactly(WebhookSamples.CREATION);
			assertThat(application
				.send(application.request()
					.header("Content-Type", "application/json")
					.POST(BodyPublishers.ofString(WebhookSamples.CREATION)))
				.statusCode()).isEqualTo(401);
			HttpRequest.Builder other = HttpRequest
				.newBuilder(application.request().build().uri().resolve("/webhooks/other"));
			assertThat(application.send(other).statusCode()).isEqualTo(401);
			assertThat(application.send(other.POST(BodyPublishers.noBody())).statusCode()).isIn(401, 403);
		}
	}

	private static void assertClosed(ServerKind kind) {
		try (WebhookApplication application = WebhookApplication.startSecured(kind, Nothing.class)) {
			assertThat(application.deliver(WebhookSamples.CREATION)).isIn(401, 403);
			assertThat(application.recorder().all()).isEmpty();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

	@Configuration(proxyBeanMethods = false)
	static class ServletSecurity {

		@Bean
		SecurityFilterChain security(HttpSecurity http) throws Exception {
			return http.csrf((csrf) -> csrf.ignoringRequestMatchers("/webhooks/nango"))
				.authorizeHttpRequests((requests) -> requests.requestMatchers(HttpMethod.POST, "/webhooks/nango")
					.permitAll()
					.anyRequest()
					.authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ReactiveSecurity {

		@Bean
		SecurityWebFilterChain security(ServerHttpSecurity http) {
			ServerWebExchangeMatcher webhooks = ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST,
					"/webhooks/nango");
			return http
				.csrf((csrf) -> csrf.requireCsrfProtectionMatcher(new AndServerWebExchangeMatcher(
						CsrfWebFilter.DEFAULT_CSRF_MATCHER, new NegatedServerWebExchangeMatcher(webhooks))))
				.authorizeExchange(
						(exchanges) -> exchanges.matchers(webhooks).permitAll().anyExchange().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

}
