package org.nangospring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Lets a test with a Spring context talk to a Nango of its own, which is a bean of type
 * {@link NangoMock}. For {@code @SpringBootTest} and for slices. <pre class="code">
 * &#64;SpringBootTest
 * &#64;AutoConfigureNangoMock
 * class IssueServiceTests {
 *
 *     &#64;Autowired
 *     NangoMock nangoMock;
 *
 * }</pre> The server starts on a free port before the context does, and stops with it;
 * tests that share a cached context share the server. {@code nango.host} and
 * {@code nango.secret-key} point to it, whatever else they are set to, and
 * {@code nango.webhook.signing-keys} gets a key if it has none. Before each test method
 * the mock forgets what was set up and what was called.
 * <p>
 * WireMock has to be on the class path of the tests:
 * {@code org.wiremock:wiremock-standalone}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureNangoMock {

	/**
	 * What to set up before the context starts and again before each test method, for
	 * calls that the application makes while it starts, and for what all tests need.
	 * @return classes with a constructor without parameters
	 */
	Class<? extends NangoMockSetup>[] setup() default {};

}
