package org.nangospring.test;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.nangospring.client.NangoClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test of a user's, with all that JUnit does around it.
 */
@SpringBootTest(classes = NangoMockContextTests.Application.class, webEnvironment = WebEnvironment.NONE)
@AutoConfigureNangoMock
class NangoMockInjectionTests {

	@Autowired
	private NangoMock nangoMock;

	@Autowired
	private NangoClient nango;

	@BeforeEach
	void setUp() {
		this.nangoMock.connection("github", "c1").token("t");
	}

	@RepeatedTest(2)
	void whatIsSetUpBeforeEachTestIsThereAndNothingElse(@Autowired NangoMock parameter) {
		assertThat(parameter).isSameAs(this.nangoMock);
		assertThat(this.nangoMock.calls()).isEmpty();
		assertThat(this.nango.connections().list()).hasSize(1);
		assertThat(this.nango.connection("github", "c1").token()).isEqualTo("t");
		this.nangoMock.connection("github", "c2");
	}

	@Nested
	class Inside {

		@RepeatedTest(2)
		void aNestedTestHasTheSameMock() {
			assertThat(NangoMockInjectionTests.this.nango.connections().list()).hasSize(1);
			NangoMockInjectionTests.this.nangoMock.verify().call(HttpMethod.GET, "/connections").calledOnce();
			NangoMockInjectionTests.this.nangoMock.connection("github", "c3");
		}

	}

	@Nested
	@SpringBootTest(classes = NangoMockContextTests.Application.class, webEnvironment = WebEnvironment.NONE,
			properties = "another=context")
	@AutoConfigureNangoMock
	@DirtiesContext
	class Apart {

		@Autowired
		private NangoMock own;

		@Test
		void anotherContextHasAnotherMock(@Autowired NangoClient ownClient) {
			this.own.connection("github", "own").token("own");
			assertThat(ownClient.connection("github", "own").token()).isEqualTo("own");
		}

	}

}
