/**
 * Integrations: the providers that an environment has set up.
 */
@NullMarked
package org.nangospring.client.integration;

import org.jspecify.annotations.NullMarked;
