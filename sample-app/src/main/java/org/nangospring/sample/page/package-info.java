/**
 * The page for the browser.
 */
@NullMarked
package org.nangospring.sample.page;

import org.jspecify.annotations.NullMarked;
