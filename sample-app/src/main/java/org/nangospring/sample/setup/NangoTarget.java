package org.nangospring.sample.setup;

/**
 * The Nango that the application talks to.
 *
 * @param host its address
 * @param embedded whether it is inside this application
 */
public record NangoTarget(String host, boolean embedded) {
}
