/**
 * Auto-configuration of the client for Spring Boot.
 */
@NullMarked
package org.nangospring.autoconfigure;

import org.jspecify.annotations.NullMarked;
