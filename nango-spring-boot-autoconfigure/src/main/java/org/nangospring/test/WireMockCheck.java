package org.nangospring.test;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Tells who has no WireMock where to get it. Nothing here refers to its classes.
 */
final class WireMockCheck {

	private WireMockCheck() {
	}

	static void check(@Nullable ClassLoader classLoader) {
		if (!ClassUtils.isPresent("com.github.tomakehurst.wiremock.WireMockServer", classLoader)) {
			throw new IllegalStateException("A NangoMock needs WireMock, which is not on the class path of the tests:"
					+ " add org.wiremock:wiremock-standalone (3.13 or later of 3) with the scope test");
		}
	}

}
