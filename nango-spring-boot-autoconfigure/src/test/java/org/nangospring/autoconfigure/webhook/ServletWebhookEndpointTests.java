package org.nangospring.autoconfigure.webhook;

import org.junit.jupiter.api.Test;
import org.nangospring.webhook.WebhookSamples;
import org.nangospring.webhook.test.SignedWebhook;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The endpoint in an application on the servlet API.
 */
class ServletWebhookEndpointTests extends WebhookEndpointTests {

	ServletWebhookEndpointTests() {
		super(ServerKind.SERVLET);
	}

	@Test
	void theHelperForTestsOfApplicationsMakesRequestsForMockMvc() throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup((WebApplicationContext) application().context()).build();
		mvc.perform(SignedWebhook.of(WebhookSamples.KEY, WebhookSamples.CREATION).mockMvc(WebhookApplication.PATH))
			.andExpect(status().isOk());
		mvc.perform(SignedWebhook.of("another-key", WebhookSamples.CREATION).mockMvc(WebhookApplication.PATH))
			.andExpect(status().isUnauthorized());
		assertThat(application().recorder().bodies()).containsExactly(WebhookSamples.CREATION);
	}

}
