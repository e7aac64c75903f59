package org.nangospring.benchmark;

/**
 * One turn of one client.
 *
 * @param client the name of the client
 * @param callers how many calls it had under way at a time
 * @param round the number of the round
 * @param values what was measured
 */
public record Sample(String client, int callers, int round, Measurement values) {

}
