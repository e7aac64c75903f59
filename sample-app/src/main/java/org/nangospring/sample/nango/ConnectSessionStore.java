package org.nangospring.sample.nango;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The connect sessions that have not ended.
 */
final class ConnectSessionStore {

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final String PREFIX = "nango_connect_session_";

	private final SecureRandom random = new SecureRandom();

	private final Map<String, ConnectSession> sessions = new HashMap<>();

	private final Clock clock;

	ConnectSessionStore(Clock clock) {
		this.clock = clock;
	}

	ConnectSession create(List<String> allowedIntegrations, ObjectNode tags, @Nullable ObjectNode endUser,
			ObjectNode defaults, @Nullable String reconnected) {
		Instant now = this.clock.instant();
		this.sessions.values().removeIf((session) -> !now.isBefore(session.expiresAt()));
		byte[] key = new byte[32];
		this.random.nextBytes(key);
		ConnectSession session = new ConnectSession(PREFIX + HexFormat.of().formatHex(key), allowedIntegrations, tags,
				endUser, defaults, reconnected, now.plus(LIFETIME));
		this.sessions.put(session.token(), session);
		return session;
	}

	@Nullable ConnectSession find(@Nullable String token) {
		ConnectSession session = (token != null) ? this.sessions.get(token) : null;
		return (session != null && this.clock.instant().isBefore(session.expiresAt())) ? session : null;
	}

	void end(ConnectSession session) {
		this.sessions.remove(session.token());
	}

}
