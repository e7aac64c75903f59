package org.nangospring.sample.person;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A person as Slack describes it. Only what is shown is taken over.
 *
 * @param name the name to log in with, or null
 * @param timeZone the time zone, or null
 * @param profile more about the person, or null
 */
record SlackUser(@Nullable String name, @JsonProperty("tz") @Nullable String timeZone, @Nullable Profile profile) {

	private static final Profile NONE = new Profile(null, null, null, null);

	Person toPerson(@Nullable Long id, String integrationId, String connectionId, String personId,
			@Nullable Instant changedAt) {
		Profile details = Objects.requireNonNullElse(this.profile, NONE);
		String fullName = Stream.of(details.realName(), details.displayName(), this.name)
			.filter(StringUtils::hasText)
			.findFirst()
			.orElse(personId);
		return new Person(id, integrationId, connectionId, personId, fullName, details.email(), details.title(),
				this.timeZone, changedAt);
	}

	/**
	 * What people say about themselves.
	 *
	 * @param realName the full name, or null
	 * @param displayName the name to be called by, or null
	 * @param email the e-mail address, or null
	 * @param title what the person does, or null
	 */
	record Profile(@JsonProperty("real_name") @Nullable String realName,
			@JsonProperty("display_name") @Nullable String displayName, @Nullable String email,
			@Nullable String title) {

	}

}
