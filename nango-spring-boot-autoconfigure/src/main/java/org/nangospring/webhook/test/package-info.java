/**
 * Signed webhooks for the tests of applications.
 */
@NullMarked
package org.nangospring.webhook.test;

import org.jspecify.annotations.NullMarked;
