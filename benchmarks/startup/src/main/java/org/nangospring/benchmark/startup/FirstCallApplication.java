package org.nangospring.benchmark.startup;

import org.nangospring.client.NangoClient;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The same application, making a call once it is ready: what is not done at the start is
 * done then.
 */
public final class FirstCallApplication {

	private FirstCallApplication() {
	}

	/**
	 * Starts it.
	 * @param args properties
	 */
	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = SpringApplication.run(StartupApplication.class, args)) {
			NangoClient nango = context.getBean(NangoClient.class);
			long threadsBefore = NettyThreads.count();
			double first = callMillis(nango);
			double second = callMillis(nango);
			System.out.println("result threadsBefore=" + threadsBefore + " threadsAfter=" + NettyThreads.count()
					+ " firstMillis=" + first + " secondMillis=" + second);
		}
	}

	private static double callMillis(NangoClient nango) {
		long start = System.nanoTime();
		nango.connection("github", "conn-1").get();
		return (System.nanoTime() - start) / 1e6;
	}

}
