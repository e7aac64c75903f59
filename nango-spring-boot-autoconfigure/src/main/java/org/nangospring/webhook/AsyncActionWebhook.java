package org.nangospring.webhook;

import org.nangospring.client.action.AsyncAction;

/**
 * An action that was triggered without waiting has ended. The webhook says neither how it
 * went nor what it returned: ask for it with {@link #action()}. <pre class="code">
 * &#64;EventListener
 * void done(AsyncActionWebhook event) {
 * 	Report report = nango.actionResults().get(event.action(), Report.class);
 * }
 * </pre>
 */
public non-sealed interface AsyncActionWebhook extends NangoWebhook {

	/**
	 * The connection it is about.
	 * @return integration id and connection id
	 */
	ConnectionReference connection();

	/**
	 * The action, as {@code triggerAsync} returned it.
	 * @return the action, for {@code nango.actionResults()}
	 */
	AsyncAction action();

}
