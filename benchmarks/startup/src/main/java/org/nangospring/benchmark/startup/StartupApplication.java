package org.nangospring.benchmark.startup;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A web application without any code of its own. It says how long it took from the start
 * of the virtual machine until it was ready, and stops.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartupApplication {

	/**
	 * Starts it.
	 * @param args properties
	 */
	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = SpringApplication.run(StartupApplication.class, args)) {
			long millis = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
			double cpuMillis = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
					/ 1e6;
			System.out.println("result millis=" + millis + " cpuMillis=" + cpuMillis + " classes="
					+ ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() + " threads="
					+ Thread.activeCount() + " nettyThreads=" + NettyThreads.count() + " nango="
					+ (context.containsBean("nangoClient") ? 1 : 0));
		}
	}

}
