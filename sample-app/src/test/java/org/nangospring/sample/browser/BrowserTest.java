package org.nangospring.sample.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.nangospring.sample.MovableClock;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Marks tests that use the application with a real browser. Each class has an application
 * of its own, with the Nango inside it, a database in memory, and a clock that only moves
 * when the test says so. Where no browser is installed they are skipped and say so,
 * unless the environment says CI: there they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserCondition.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "nango.secret-key=", "nango.health.cache-time-to-live=0" })
@Import(MovableClock.class)
@DirtiesContext
@interface BrowserTest {

}
