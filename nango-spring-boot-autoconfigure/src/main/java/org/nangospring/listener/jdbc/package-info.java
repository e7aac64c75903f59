/**
 * Positions, leases and dead letters of record listeners in a database, by Spring JDBC.
 */
@NullMarked
package org.nangospring.listener.jdbc;

import org.jspecify.annotations.NullMarked;
