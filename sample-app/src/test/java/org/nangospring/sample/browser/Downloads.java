package org.nangospring.sample.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.openqa.selenium.chromium.ChromiumDriver;

/**
 * What the browser saves, in a directory of its own.
 */
final class Downloads {

	private static final String UNFINISHED = ".crdownload";

	private final Path directory;

	private final Patience patience;

	Downloads(ChromiumDriver driver, Patience patience) {
		this.patience = patience;
		try {
			this.directory = Files.createDirectories(Path.of("target", "downloads", UUID.randomUUID().toString()))
				.toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		driver.executeCdpCommand("Browser.setDownloadBehavior",
				Map.of("behavior", "allow", "downloadPath", this.directory.toString()));
	}

	/**
	 * Waits until a file is there.
	 * @return the file
	 */
	Path await() {
		return this.patience.until(() -> "a file in " + this.directory, () -> {
			try (Stream<Path> files = Files.list(this.directory)) {
				// it begins with an empty file of the final name
				return files.filter((file) -> !file.toString().endsWith(UNFINISHED) && file.toFile().length() > 0)
					.findFirst()
					.filter((file) -> !Files.exists(Path.of(file + UNFINISHED)))
					.orElse(null);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

}
