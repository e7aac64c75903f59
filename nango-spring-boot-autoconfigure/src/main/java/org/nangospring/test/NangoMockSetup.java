package org.nangospring.test;

/**
 * Sets up a {@link NangoMock} for all tests of a context. Name the class in
 * {@link AutoConfigureNangoMock#setup()}.
 */
@FunctionalInterface
public interface NangoMockSetup {

	/**
	 * Called before the context starts, and before each test method.
	 * @param nangoMock a mock for which nothing is set up yet, or what setups before this
	 * one have
	 */
	void setUp(NangoMock nangoMock);

}
