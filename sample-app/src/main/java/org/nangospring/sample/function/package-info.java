/**
 * What is deployed to an integration: its syncs and its actions.
 */
@NullMarked
package org.nangospring.sample.function;

import org.jspecify.annotations.NullMarked;
