package org.nangospring.test;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.nangospring.webhook.AsyncActionWebhook;
import org.nangospring.webhook.AuthWebhook;
import org.nangospring.webhook.ForwardWebhook;
import org.nangospring.webhook.NangoWebhook;
import org.nangospring.webhook.NangoWebhookVerifier;
import org.nangospring.webhook.SyncWebhook;
import org.nangospring.webhook.test.SignedWebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.nangospring.test.MockFixture.record;

class MockWebhookTests {

	@RegisterExtension
	static final MockFixture fixture = new MockFixture();

	private final NangoMock mock = fixture.mock;

	@Test
	void aConnectionIsToldAsItIsSetUp() {
		this.mock.integration("github").provider("github-app");
		this.mock.connection("github", "c1").apiKey("k").tag("end_user_id", "7");
		AuthWebhook webhook = (AuthWebhook) read(this.mock.webhook().connectionCreated("github", "c1"));
		assertThat(webhook.isCreation()).isTrue();
		assertThat(webhook.isSuccess()).isTrue();
		assertThat(webhook.connection().connectionId()).isEqualTo("c1");
		assertThat(webhook.provider()).isEqualTo("github-app");
		assertThat(webhook.authMode()).isEqualTo("API_KEY");
		assertThat(webhook.tags()).isEqualTo(Map.of("end_user_id", "7"));
		AuthWebhook again = (AuthWebhook) read(this.mock.webhook().connectionOverridden("github", "c1"));
		assertThat(again.operation().value()).isEqualTo("override");
		AuthWebhook failed = (AuthWebhook) read(this.mock.webhook().refreshFailed("github", "c1"));
		assertThat(failed.isSuccess()).isFalse();
		assertThat(failed.error().type()).isEqualTo("refresh_token_external_error");
	}

	@Test
	void aSyncIsToldWithTheChangesSinceTheLastTime() {
		MockConnection connection = this.mock.connection("github", "c1");
		connection.sync("github-issues").models("Issue");
		connection.records("Issue").added(record("1", "a"), record("2", "b")).updated(record("1", "c"));
		SyncWebhook webhook = (SyncWebhook) read(this.mock.webhook().synced("github", "c1", "Issue"));
		assertThat(webhook.isSuccess()).isTrue();
		assertThat(webhook.syncName()).isEqualTo("github-issues");
		assertThat(webhook.model()).isEqualTo("Issue");
		assertThat(webhook.syncVariant()).isEqualTo("base");
		assertThat(webhook.result().added()).isEqualTo(2);
		assertThat(webhook.result().updated()).isEqualTo(1);
		assertThat(fixture.github().records("Issue").modifiedAfter(webhook.modifiedAfter()).stream()).hasSize(2);
		connection.records("Issue").at(webhook.modifiedAfter().plusSeconds(60)).deleted("2");
		SyncWebhook later = (SyncWebhook) read(this.mock.webhook().synced("github", "c1", "Issue"));
		assertThat(later.result().added()).isZero();
		assertThat(later.result().deleted()).isEqualTo(1);
		assertThat(fixture.github().records("Issue").modifiedAfter(later.modifiedAfter()).stream()).hasSize(1);
		SyncWebhook failed = (SyncWebhook) read(
				this.mock.webhook().syncFailed("github", "c1", "Issue", "exploded").with("syncVariant", "eu"));
		assertThat(failed.isSuccess()).isFalse();
		assertThat(failed.syncVariant()).isEqualTo("eu");
		assertThat(failed.error().description()).isEqualTo("exploded");
	}

	@Test
	void theOtherKindsAreThereToo() {
		this.mock.connection("github", "c1");
		String id = "5f0c1f4e-0000-4000-8000-00000000002a";
		AsyncActionWebhook action = (AsyncActionWebhook) read(this.mock.webhook().actionFinished("github", "c1", id));
		assertThat(action.action().id()).isEqualTo(id);
		ForwardWebhook forward = (ForwardWebhook) read(
				this.mock.webhook().forwarded("github", "c1", Map.of("title", "push")));
		assertThat(forward.payload(MockFixture.Issue.class)).isEqualTo(new MockFixture.Issue("push"));
		assertThat(read(this.mock.webhook().of(Map.of("from", "nango", "type", "new", "connectionId", "c"))).getClass()
			.getSimpleName()).startsWith("UnknownWebhook");
	}

	@Test
	void whatCannotBeSentSaysWhy() {
		assertThatIllegalStateException().isThrownBy(() -> this.mock.webhook().synced("github", "c1", "Issue"))
			.withMessageContaining("nangoMock.connection(\"github\", \"c1\")");
		assertThatIllegalStateException().isThrownBy(() -> this.mock.webhook().of(Map.of()).send())
			.withMessageContaining("RANDOM_PORT");
	}

	private NangoWebhook read(MockWebhook webhook) {
		SignedWebhook signed = webhook.signed();
		assertThat(NangoWebhookVerifier.of(this.mock.signingKey()).verify(signed.body(), signed.headers())).isTrue();
		return NangoWebhook.read(signed.body(), signed.headers());
	}

}
