/**
 * Files of connected accounts, which a record listener keeps in the database.
 */
@NullMarked
package org.nangospring.sample.file;

import org.jspecify.annotations.NullMarked;
