package org.nangospring.sample.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test with a browser, which is repeated for some looks. It takes a
 * {@link Visitor}, and fails after its last line too: on what the browser complains
 * about, on barriers for people with disabilities, and on a page that is wider than the
 * window.
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(LookProvider.class)
@interface VisitorTest {

	/**
	 * The looks.
	 * @return without a choice two, so that it is done in both themes and at both sizes
	 */
	Look[] value() default { Look.LIGHT_DESKTOP, Look.DARK_PHONE };

}
