/**
 * Which accounts a user of the application has connected.
 */
@NullMarked
package org.nangospring.sample.account;

import org.jspecify.annotations.NullMarked;
