/**
 * A small Nango for trying the sample out without an account, and for tests: it answers
 * on a port of loopback, keeps its state in memory and talks to a pretend provider.
 * <p>
 * {@link org.nangospring.sample.nango.EmbeddedNango} is all there is to start:
 *
 * <pre>
 * try (EmbeddedNango nango = EmbeddedNango.start(clock)) {
 *     NangoClient client = NangoClient.builder().host(nango.host()).secretKey(nango.secretKey()).build();
 *     client.connection("github", "acme-github").syncs().triggerAll();
 *     clock.advance(Duration.ofSeconds(2));
 *     client.connection("github", "acme-github").records("GithubIssue", Issue.class).stream();
 * }
 * </pre>
 *
 * Nothing in it waits: syncs run, tokens expire and rate limits end as the clock moves.
 * The same calls lead to the same state, whatever else there is.
 * <p>
 * It answers as Nango 0.71 does, in status codes, the shapes of errors, headers, cursors,
 * dates and signatures. It deliberately lacks
 * <ul>
 * <li>what the sample does not show: {@code /providers}, variants of syncs, pruning,
 * functions, environments, keys and scopes, and the addresses of older versions,</li>
 * <li>other providers than the pretend one: {@code Base-Url-Override} is refused, and
 * {@code Retries} of the proxy are not made,</li>
 * <li>webhooks that come from providers, addresses of webhooks for single connections,
 * and the rotation of signing keys,</li>
 * <li>checkpoints and failures of scripts other than those of credentials,</li>
 * <li>real cryptography and consent: tokens are {@code fake-access-token.}<i>account</i>,
 * and whoever has the link of a session gives consent.</li>
 * </ul>
 */
@NullMarked
package org.nangospring.sample.nango;

import org.jspecify.annotations.NullMarked;
