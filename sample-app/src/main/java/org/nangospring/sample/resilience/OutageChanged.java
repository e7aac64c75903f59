package org.nangospring.sample.resilience;

/**
 * An outage has begun or ended.
 */
public record OutageChanged() {

}
