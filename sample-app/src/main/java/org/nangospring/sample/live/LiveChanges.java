package org.nangospring.sample.live;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.account.AccountConnected;
import org.nangospring.sample.account.AccountRemoved;
import org.nangospring.sample.connection.ConnectionChanged;
import org.nangospring.sample.file.FilesChanged;
import org.nangospring.sample.person.PeopleChanged;
import org.nangospring.sample.resilience.OutageChanged;
import org.nangospring.sample.sync.SyncChanged;
import org.nangospring.sample.webhook.WebhookView;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.util.HtmlUtils;

/**
 * Turns what happens in the application into what open pages are told. What is written to
 * the database is told of once it is there.
 */
@Component
class LiveChanges {

	private final LiveStream stream;

	LiveChanges(LiveStream stream) {
		this.stream = stream;
	}

	@EventListener
	void received(WebhookView webhook) {
		String connection = key(webhook.integration(), webhook.connection());
		this.stream.tell(LiveEvent.WEBHOOK, connection);
		switch (webhook.type()) {
			case "auth" -> this.stream.tell(LiveEvent.CONNECTION, connection);
			case "sync" -> this.stream.tell(LiveEvent.SYNC, connection);
			default -> {
				// nothing else changes what is shown
			}
		}
		String name = (webhook.connection() != null) ? webhook.connection() + ": " : "";
		this.stream.tell(LiveEvent.ANNOUNCE, HtmlUtils.htmlEscape(name + webhook.text()));
	}

	@EventListener
	void changed(ConnectionChanged connection) {
		this.stream.tell(LiveEvent.CONNECTION, key(connection.integrationId(), connection.connectionId()));
	}

	@EventListener
	void changed(SyncChanged sync) {
		this.stream.tell(LiveEvent.SYNC, key(sync.integrationId(), sync.connectionId()));
	}

	@EventListener
	void changed(OutageChanged outage) {
		this.stream.tell(LiveEvent.OUTAGE, LiveStream.EVERYTHING);
	}

	@TransactionalEventListener(fallbackExecution = true)
	void connected(AccountConnected account) {
		this.stream.tell(LiveEvent.ACCOUNTS, key(account.integrationId(), account.connectionId()));
	}

	@TransactionalEventListener(fallbackExecution = true)
	void removed(AccountRemoved account) {
		String connection = key(account.integrationId(), account.connectionId());
		this.stream.tell(LiveEvent.ACCOUNTS, connection);
		this.stream.tell(LiveEvent.CONNECTION, connection);
		this.stream.tell(LiveEvent.PEOPLE, connection);
		this.stream.tell(LiveEvent.FILES, connection);
	}

	@TransactionalEventListener(fallbackExecution = true)
	void changed(PeopleChanged people) {
		this.stream.tell(LiveEvent.PEOPLE, key(people.integrationId(), people.connectionId()));
	}

	@TransactionalEventListener(fallbackExecution = true)
	void changed(FilesChanged files) {
		this.stream.tell(LiveEvent.FILES, key(files.integrationId(), files.connectionId()));
	}

	private static String key(@Nullable String integrationId, @Nullable String connectionId) {
		return (integrationId != null && connectionId != null) ? integrationId + "/" + connectionId
				: LiveStream.EVERYTHING;
	}

}
