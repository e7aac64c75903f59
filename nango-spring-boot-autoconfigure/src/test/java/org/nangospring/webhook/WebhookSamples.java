package org.nangospring.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.http.HttpHeaders;

/**
 * Webhooks of the shapes that Nango sends, and their signatures.
 */
public final class WebhookSamples {

	public static final String KEY = "0f1e2d3c-4b5a-4697-8877-665544332211";

	public static final String OTHER_KEY = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

	public static final String CREATION = """
			{"authMode":"OAUTH2","connectionId":"conn-1","endUser":{"endUserEmail":"ada@acme.test","endUserId":"user-7",\
			"organizationId":"acme","tags":{"plan":"pro"}},"environment":"dev","from":"nango","operation":"creation",\
			"provider":"github","providerConfigKey":"github-prod","success":true,"tags":{"end_user_id":"user-7"},\
			"type":"auth"}""";

	public static final String OVERRIDE = """
			{"authMode":"OAUTH2","connectionId":"conn-1","environment":"dev","from":"nango","operation":"override",\
			"provider":"github","providerConfigKey":"github-prod","success":true,"tags":{},"type":"auth"}""";

	public static final String REFRESH_FAILURE = """
			{"authMode":"OAUTH2","connectionId":"conn-1","environment":"dev","error":{"description":"The provider said no",\
			"type":"refresh_token_external_error"},"from":"nango","operation":"refresh","provider":"github",\
			"providerConfigKey":"github-prod","success":false,"tags":{},"type":"auth"}""";

	public static final String SYNC = """
			{"checkpoints":{"from":null,"to":{"page":1,"since":"2026-01-01"}},"connectionId":"conn-1","from":"nango",\
			"model":"Issue","modifiedAfter":"2026-11-20T06:53:02.491Z","providerConfigKey":"github-prod",\
			"queryTimeStamp":"2026-11-20T06:53:02.490Z","responseResults":{"added":2500,"deleted":2,"updated":7},\
			"success":true,"syncName":"issues","syncType":"INITIAL","syncVariant":"eu","type":"sync"}""";

	public static final String SYNC_FAILURE = """
			{"connectionId":"conn-1","error":{"description":"The script failed","payload":{"message":"exploded",\
			"name":"Error","stacktrace":["at exec"]},"type":"script_error"},"failedAt":"2026-11-20T06:55:16.350Z",\
			"from":"nango","model":"","providerConfigKey":"github-prod","startedAt":"2026-11-20T06:55:10.126Z",\
			"success":false,"syncName":"issues","syncType":"INCREMENTAL","syncVariant":"base","type":"sync"}""";

	public static final String ASYNC_ACTION = """
			{"connectionId":"conn-1","from":"nango","payload":{"id":"5f0c1f4e-0000-4000-8000-00000000002a",\
			"statusUrl":"/action/5f0c1f4e-0000-4000-8000-00000000002a"},"providerConfigKey":"github-prod",\
			"type":"async_action"}""";

	public static final String FORWARD = """
			{"connectionId":"conn-1","from":"github","payload":{"amount":0.1234567890123456789012345,"id":"evt-2",\
			"type":"push"},"providerConfigKey":"github-prod","type":"forward"}""";

	public static final String PROVIDER = """
			{"hello":"world","id":"evt-1","type":"auth"}""";

	public static final String UNKNOWN = """
			{"connectionId":"conn-1","from":"nango","moon":{"phase":"full"},"providerConfigKey":"github-prod",\
			"type":"lunar"}""";

	private WebhookSamples() {
	}

	public static List<String> all() {
		return List.of(CREATION, OVERRIDE, REFRESH_FAILURE, SYNC, SYNC_FAILURE, ASYNC_ACTION, FORWARD, PROVIDER,
				UNKNOWN);
	}

	public static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Signs by itself, so that the code under test is not its own judge.
	 */
	public static String sign(String key, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static HttpHeaders signed(String key, String body) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Nango-Hmac-Sha256", sign(key, bytes(body)));
		return headers;
	}

}
