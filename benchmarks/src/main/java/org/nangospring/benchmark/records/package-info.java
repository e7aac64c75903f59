/**
 * Reading many records, by several clients in turn.
 */
@NullMarked
package org.nangospring.benchmark.records;

import org.jspecify.annotations.NullMarked;
