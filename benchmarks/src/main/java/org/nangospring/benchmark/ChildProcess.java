package org.nangospring.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that is told what to do line by line and answers line by line. What else it
 * prints goes to a log in {@code target}. It ends when its standard input does.
 */
public final class ChildProcess implements AutoCloseable {

	private final String name;

	private final Process process;

	private final BufferedReader output;

	private ChildProcess(String name, Process process) {
		this.name = name;
		this.process = process;
		this.output = process.inputReader(StandardCharsets.UTF_8);
	}

	/**
	 * Starts a process.
	 * @param name what its log is called
	 * @param command the command and its arguments
	 * @return the process
	 */
	public static ChildProcess start(String name, List<String> command) {
		Path log = Directories.logs().resolve(name + ".log");
		try {
			Files.createDirectories(log.getParent());
			return new ChildProcess(name, new ProcessBuilder(command).redirectError(log.toFile()).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts a Java process with the class path of this one.
	 * @param name what its log is called
	 * @param options options of the virtual machine
	 * @param mainClass what to run
	 * @param args its arguments
	 * @return the process
	 */
	public static ChildProcess java(String name, List<String> options, Class<?> mainClass, String... args) {
		List<String> command = new ArrayList<>();
		command.add(javaCommand());
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
		command.addAll(List.of(args));
		return start(name, command);
	}

	/**
	 * The Java that runs this.
	 * @return the path of its command
	 */
	public static String javaCommand() {
		return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
	}

	/**
	 * Gives a command and waits for its result.
	 * @param command the command
	 * @return the result
	 */
	public Measurement ask(String command) {
		try {
			this.process.outputWriter(StandardCharsets.UTF_8).append(command).append('\n').flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(this.name + " has ended; see " + Directories.logs(), ex);
		}
		return result();
	}

	/**
	 * Waits for a result.
	 * @return the result
	 */
	public Measurement result() {
		return Measurement.parse(line(Worker.RESULT));
	}

	/**
	 * Waits for a line.
	 * @param prefix how it begins
	 * @return what follows that
	 */
	public String line(String prefix) {
		try {
			String line = this.output.readLine();
			while (line != null && !line.startsWith(prefix)) {
				line = this.output.readLine();
			}
			if (line == null) {
				throw new IllegalStateException(this.name + " ended before it was done; see " + Directories.logs());
			}
			return line.substring(prefix.length());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (IOException ex) {
			this.process.destroyForcibly();
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
