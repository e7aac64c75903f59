package org.nangospring.autoconfigure;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs something on the class path of the tests without some of its jars.
 */
public final class ReducedClassPath {

	private ReducedClassPath() {
	}

	public static void run(String missing, Class<? extends Runnable> what) throws Exception {
		Pattern pattern = Pattern.compile(missing);
		List<URL> remaining = new ArrayList<>();
		int left = 0;
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			Path path = Path.of(entry);
			if (pattern.matcher(path.getFileName().toString()).matches()) {
				left++;
			}
			else {
				remaining.add(path.toUri().toURL());
			}
		}
		assertThat(left).as("jars left out").isPositive();
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try (URLClassLoader classLoader = new URLClassLoader(remaining.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			thread.setContextClassLoader(classLoader);
			Class<?> loaded = classLoader.loadClass(what.getName());
			assertThat(loaded).isNotSameAs(what);
			((Runnable) loaded.getConstructor().newInstance()).run();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

}
