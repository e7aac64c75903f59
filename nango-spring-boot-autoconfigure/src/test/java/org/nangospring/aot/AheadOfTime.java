package org.nangospring.aot;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compiles and starts what Spring has written down ahead of time.
 */
public final class AheadOfTime {

	private AheadOfTime() {
	}

	/**
	 * Compiles all classes that are found below a directory.
	 */
	public static void compile(Path generated, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> sources = Files.walk(generated)) {
			List<Path> java = sources.filter((file) -> file.toString().endsWith(".java")).toList();
			List<String> options = List.of("-d", classes.toString(), "-classpath",
					classes + File.pathSeparator + System.getProperty("java.class.path"), "-proc:none");
			assertThat(
					compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java)).call())
				.isTrue();
		}
	}

	/**
	 * Runs a class with one class loader for all classes, because those that were written
	 * down see what is visible in their package only.
	 * @param classes comes before the class path
	 * @param start has a constructor without arguments
	 * @param argument of a type of the JDK
	 */
	@SuppressWarnings("unchecked")
	public static <T> void run(Path classes, Class<? extends Consumer<T>> start, T argument) throws Exception {
		// drivers are looked for once: those of all other tests have to be found then
		DriverManager.getDrivers();
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try (URLClassLoader classLoader = classLoader(classes)) {
			thread.setContextClassLoader(classLoader);
			leaveUrlsToTheOthers(classLoader);
			Class<?> loaded = classLoader.loadClass(start.getName());
			assertThat(loaded).isNotSameAs(start);
			((Consumer<T>) loaded.getConstructor().newInstance()).accept(argument);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/**
	 * A JVM has one factory for URLs. If the Tomcat that is loaded here made it, no other
	 * could start.
	 */
	private static void leaveUrlsToTheOthers(ClassLoader classLoader) throws Exception {
		classLoader.loadClass(TomcatURLStreamHandlerFactory.class.getName()).getMethod("disable").invoke(null);
	}

	private static URLClassLoader classLoader(Path classes) throws IOException {
		List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			urls.add(Path.of(entry).toUri().toURL());
		}
		return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

}
