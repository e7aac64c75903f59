package org.nangospring.sample.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test with a browser that is repeated for each look. It takes a {@link Visitor},
 * and fails after its last line too: on what the browser complains about, on barriers for
 * people with disabilities, and on a page that is wider than the window.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(LookProvider.class)
@interface EveryLook {

	/**
	 * The looks.
	 * @return all of them, unless the test says otherwise
	 */
	Look[] value() default { Look.LIGHT_DESKTOP, Look.DARK_DESKTOP, Look.LIGHT_PHONE, Look.DARK_PHONE };

}
