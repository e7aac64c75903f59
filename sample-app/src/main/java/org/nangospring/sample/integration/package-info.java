/**
 * The integrations of the environment.
 */
@NullMarked
package org.nangospring.sample.integration;

import org.jspecify.annotations.NullMarked;
