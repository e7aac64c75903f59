package org.nangospring.sample.page;

/**
 * A key of the metadata with its value.
 *
 * @param id tells its fields from others on the page
 * @param key the key
 * @param text the value as it can be typed
 */
record MetadataRow(String id, String key, String text) {

}
