/**
 * What all requests of the application have in common.
 */
@NullMarked
package org.nangospring.sample.web;

import org.jspecify.annotations.NullMarked;
