package org.nangospring.client.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoAttempt;
import reactor.util.context.ContextView;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * An attempt as interceptors see it.
 */
final class InterceptedAttempt implements NangoAttempt {

	private final Interception interception;

	private final int number;

	private final long begunAt;

	private @Nullable HttpHeaders headers;

	private volatile boolean sent;

	private volatile @Nullable Integer status;

	InterceptedAttempt(Interception interception, int number, long begunAt) {
		this.interception = interception;
		this.number = number;
		this.begunAt = begunAt;
	}

	@Override
	public String client() {
		return this.interception.client();
	}

	@Override
	public String operation() {
		return this.interception.request().operation();
	}

	@Override
	public @Nullable String integrationId() {
		return this.interception.request().integrationId();
	}

	@Override
	public @Nullable String connectionId() {
		return this.interception.request().connectionId();
	}

	@Override
	public HttpMethod method() {
		return this.interception.request().method();
	}

	@Override
	public String uriTemplate() {
		return this.interception.request().uriTemplate();
	}

	@Override
	public int number() {
		return this.number;
	}

	@Override
	public NangoAttempt header(String name, String value) {
		AddedHeader.check(name, value);
		if (this.sent) {
			throw new IllegalStateException("The attempt has been sent: add headers in beforeAttempt");
		}
		HttpHeaders added = this.headers;
		if (added == null) {
			added = new HttpHeaders();
			this.headers = added;
		}
		added.set(name, value);
		return this;
	}

	@Override
	public Map<String, Object> attributes() {
		return this.interception.attributes();
	}

	@Override
	public ContextView context() {
		return this.interception.context();
	}

	@Nullable HttpHeaders headers() {
		return this.headers;
	}

	void sent() {
		this.sent = true;
	}

	void status(int answered) {
		this.status = answered;
	}

	@Nullable Integer status() {
		return this.status;
	}

	long begunAt() {
		return this.begunAt;
	}

	@Override
	public String toString() {
		return operation() + ", attempt " + this.number;
	}

}
