package org.nangospring.sample.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The same as {@link VisitorTest} with all looks.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@VisitorTest({ Look.LIGHT_DESKTOP, Look.DARK_DESKTOP, Look.LIGHT_PHONE, Look.DARK_PHONE })
@interface EveryLook {

}
