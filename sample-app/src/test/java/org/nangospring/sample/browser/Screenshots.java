package org.nangospring.sample.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;

/**
 * Pictures of what the browser shows, in {@code target/screenshots}. With
 * {@code -Dsample.screenshots.update=true} those of the documentation are made anew.
 */
final class Screenshots {

	static final String UPDATE_PROPERTY = "sample.screenshots.update";

	static final Path DOCUMENTATION = Path.of("..", "docs", "images");

	private static final Path ALL = Path.of("target", "screenshots");

	private Screenshots() {
	}

	/**
	 * Takes one.
	 * @param browser the browser
	 * @param name the name of the file, without its extension
	 * @return the file
	 */
	static Path take(TakesScreenshot browser, String name) {
		try {
			Files.createDirectories(ALL);
			return Files.write(ALL.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Takes one for the documentation.
	 * @param browser the browser
	 * @param name the name of the file, without its extension
	 * @return the file that was made just now
	 */
	static Path publish(TakesScreenshot browser, String name) {
		Path taken = take(browser, name);
		if (Boolean.getBoolean(UPDATE_PROPERTY)) {
			try {
				Files.createDirectories(DOCUMENTATION);
				writeSmall(Files.readAllBytes(taken), DOCUMENTATION.resolve(name + ".png"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return taken;
	}

	private static void writeSmall(byte[] png, Path file) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
		BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		opaque.createGraphics().drawImage(image, 0, 0, null);
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		ImageWriteParam settings = writer.getDefaultWriteParam();
		settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		settings.setCompressionQuality(0);
		Files.deleteIfExists(file);
		try (ImageOutputStream output = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(output);
			writer.write(null, new IIOImage(opaque, null, null), settings);
		}
		finally {
			writer.dispose();
		}
	}

}
