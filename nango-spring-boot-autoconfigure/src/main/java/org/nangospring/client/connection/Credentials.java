package org.nangospring.client.connection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.http.Answers;

/**
 * The credentials of a connection; one subclass for each way to authenticate. A type that
 * this version of the client does not know is {@link UnknownCredentials}, none at all is
 * {@link NoCredentials}. {@link #toString()} shows no secrets, and JSON mappers see no
 * properties, so that credentials do not leave the application by accident.
 * <p>
 * A connection can be read whatever its credentials look like. Methods that cannot return
 * null, and those that return a time, throw a {@link NangoResponseException} when Nango
 * sent something else; {@link #attributes()} has it all the same.
 */
public abstract sealed class Credentials permits OAuth2Credentials, OAuth1Credentials, OAuth2ClientCredentials,
		BasicCredentials, ApiKeyCredentials, AppCredentials, AppStoreCredentials, JwtCredentials, BillCredentials,
		TbaCredentials, TwoStepCredentials, SignatureCredentials, CustomCredentials, NoCredentials, UnknownCredentials {

	private final Map<String, @Nullable Object> attributes;

	Credentials(Map<String, @Nullable Object> attributes) {
		this.attributes = Answers.map(attributes);
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Credentials of(Map<String, @Nullable Object> attributes) {
		if (attributes.isEmpty()) {
			return new NoCredentials(attributes);
		}
		return switch (String.valueOf(attributes.get("type"))) {
			case OAuth2Credentials.TYPE -> new OAuth2Credentials(attributes);
			case OAuth1Credentials.TYPE -> new OAuth1Credentials(attributes);
			case OAuth2ClientCredentials.TYPE -> new OAuth2ClientCredentials(attributes);
			case BasicCredentials.TYPE -> new BasicCredentials(attributes);
			case ApiKeyCredentials.TYPE -> new ApiKeyCredentials(attributes);
			case AppCredentials.TYPE -> new AppCredentials(attributes);
			case AppStoreCredentials.TYPE -> new AppStoreCredentials(attributes);
			case JwtCredentials.TYPE -> new JwtCredentials(attributes);
			case BillCredentials.TYPE -> new BillCredentials(attributes);
			case TbaCredentials.TYPE -> new TbaCredentials(attributes);
			case TwoStepCredentials.TYPE -> new TwoStepCredentials(attributes);
			case SignatureCredentials.TYPE -> new SignatureCredentials(attributes);
			case CustomCredentials.TYPE -> new CustomCredentials(attributes);
			case "NONE" -> new NoCredentials(attributes);
			default -> new UnknownCredentials(attributes);
		};
	}

	/**
	 * The way to authenticate.
	 * @return Nango's name for it, for example {@code OAUTH2}; {@code NONE} when Nango
	 * sent no credentials
	 */
	public String type() {
		return Objects.requireNonNullElse(text("type"), "NONE");
	}

	/**
	 * The one text that requests to the provider carry: an access token or an API key.
	 * @return the token, or null when authenticating takes more than one text or there is
	 * no token yet
	 */
	public @Nullable String token() {
		return null;
	}

	/**
	 * All fields by their names in Nango's API.
	 * @return the fields, as maps, lists and scalars; values may be null
	 */
	public Map<String, @Nullable Object> attributes() {
		return this.attributes;
	}

	final String required(String name) {
		String value = text(name);
		if (value == null) {
			throw unusable("without \"" + name + "\"");
		}
		return value;
	}

	final @Nullable String text(String name) {
		return (this.attributes.get(name) instanceof String text) ? text : null;
	}

	final @Nullable Instant instant(String name) {
		String value = text(name);
		try {
			return (value != null) ? OffsetDateTime.parse(value).toInstant() : null;
		}
		catch (DateTimeException ex) {
			throw unusable("whose \"" + name + "\" is not a time");
		}
	}

	private NangoResponseException unusable(String problem) {
		return new NangoResponseException(FailedCall.of("connections.credentials"), null,
				"Nango sent " + type() + " credentials " + problem + ". See attributes() for what it sent.");
	}

	@SuppressWarnings("unchecked")
	final Map<String, @Nullable Object> map(String name) {
		return (this.attributes.get(name) instanceof Map<?, ?> map) ? Answers.map((Map<String, @Nullable Object>) map)
				: Map.of();
	}

	@Override
	public final boolean equals(@Nullable Object other) {
		return other instanceof Credentials that && this.attributes.equals(that.attributes);
	}

	@Override
	public final int hashCode() {
		return this.attributes.hashCode();
	}

	@Override
	public final String toString() {
		return getClass().getSimpleName() + "[type=" + type() + ", ***]";
	}

}
