/**
 * Positions of record listeners in what Spring Integration keeps metadata and locks in.
 */
@NullMarked
package org.nangospring.listener.integration;

import org.jspecify.annotations.NullMarked;
