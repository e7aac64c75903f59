/**
 * Turns results into tables and a chart.
 */
@NullMarked
package org.nangospring.benchmark.report;

import org.jspecify.annotations.NullMarked;
