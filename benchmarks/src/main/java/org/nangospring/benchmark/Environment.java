package org.nangospring.benchmark;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import io.netty.channel.Channel;
import org.nangospring.client.NangoClient;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.SpringBootVersion;
import org.springframework.core.SpringVersion;

/**
 * Where something was measured.
 *
 * @param date the day
 * @param cpu the processor
 * @param cores how many of its cores can be used
 * @param memoryGb the memory of the machine
 * @param os the operating system
 * @param jdk the Java virtual machine
 * @param collector its garbage collector, as it was chosen by itself
 * @param libraries the versions of what the client stands on
 * @param node the versions of Node and of Nango's SDK, or why there are none
 * @param load how many processes wanted to run when it began, a sign of other work
 */
public record Environment(String date, String cpu, int cores, long memoryGb, String os, String jdk, String collector,
		String libraries, String node, double load) {

	static Environment current() {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return new Environment(LocalDate.now().toString(), cpuModel(), Runtime.getRuntime().availableProcessors(),
				Math.round(system.getTotalMemorySize() / 1e9),
				System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
						+ System.getProperty("os.arch"),
				System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"), collectors(),
				libraryVersions(), NodeSdk.describe(), system.getSystemLoadAverage());
	}

	private static String libraryVersions() {
		return "Spring Boot " + SpringBootVersion.getVersion() + ", Spring Framework " + SpringVersion.getVersion()
				+ ", Reactor Netty " + version(HttpClient.class) + ", Netty " + version(Channel.class) + ", client "
				+ version(NangoClient.class);
	}

	private static String version(Class<?> type) {
		String version = type.getPackage().getImplementationVersion();
		return (version != null) ? version : "of unknown version";
	}

	private static String collectors() {
		return ManagementFactory.getGarbageCollectorMXBeans()
			.stream()
			.map(GarbageCollectorMXBean::getName)
			.collect(Collectors.joining(", "));
	}

	private static String cpuModel() {
		try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).trim())
				.findFirst()
				.orElse("unknown processor");
		}
		catch (IOException ex) {
			return "unknown processor";
		}
	}

}
