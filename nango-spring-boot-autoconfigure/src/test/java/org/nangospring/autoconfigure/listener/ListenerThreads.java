package org.nangospring.autoconfigure.listener;

import org.nangospring.autoconfigure.RecordListenerContainerCustomizer;
import org.nangospring.client.ManualTiming;
import org.nangospring.listener.TaskQueue;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Time and threads of the test's own.
 */
@Configuration(proxyBeanMethods = false)
class ListenerThreads {

	@Bean
	ManualTiming timing() {
		return new ManualTiming();
	}

	@Bean
	TaskQueue tasks() {
		return new TaskQueue();
	}

	@Bean
	RecordListenerContainerCustomizer threadsOfTheTest(ManualTiming timing, TaskQueue tasks) {
		return (builder) -> builder.timing(timing).executor(tasks);
	}

	/**
	 * Does what is to be done.
	 */
	static void drain(ApplicationContext context) {
		context.getBean(TaskQueue.class).drain();
	}

}
