package org.nangospring.client.fault;

import org.nangospring.client.NangoClient;

/**
 * A program that uses a client both ways and does not close it.
 */
final class ForgetfulProgram {

	private ForgetfulProgram() {
	}

	public static void main(String[] arguments) {
		NangoClient nango = NangoClient.builder().secretKey("not-a-real-key").host(arguments[0]).build();
		nango.integrations().list();
		nango.reactive().integrations().list().block();
	}

}
