/**
 * A Nango for the tests of applications, on WireMock.
 */
@NullMarked
package org.nangospring.test;

import org.jspecify.annotations.NullMarked;
