package org.nangospring.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are, seen from the root of the project.
 */
public final class Directories {

	private Directories() {
	}

	/**
	 * The root of the project.
	 * @return its path
	 */
	public static Path root() {
		Path here = Path.of("").toAbsolutePath();
		if (!Files.exists(here.resolve("benchmarks/run"))) {
			throw new IllegalStateException("Run this with benchmarks/run, not in " + here);
		}
		return here;
	}

	static Path target() {
		return root().resolve("benchmarks/target");
	}

	static Path logs() {
		return target().resolve("logs");
	}

}
