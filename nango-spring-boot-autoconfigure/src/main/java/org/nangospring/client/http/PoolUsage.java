package org.nangospring.client.http;

/**
 * How much of a connection pool is in use.
 *
 * @param active connections that calls are using
 * @param idle connections that are open and unused
 * @param pending calls that wait for a connection
 */
public record PoolUsage(int active, int idle, int pending) {
}
