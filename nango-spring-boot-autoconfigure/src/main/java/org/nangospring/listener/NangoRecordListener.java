package org.nangospring.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has a method of a bean called with every change of the records of a model, for all
 * connections of an integration or some of them: at least once each, in the order of the
 * changes of a connection, until the method has returned. <pre class="code">
 * &#64;NangoRecordListener(integration = "slack", model = "SlackUser")
 * void changed(RecordBatch&lt;SlackUser&gt; batch) {
 * 	...
 * }
 * </pre>
 * <p>
 * The method takes a {@link RecordBatch}, a {@code List} of
 * {@link org.nangospring.client.record.NangoRecord}, or one {@code NangoRecord}, and a
 * {@link RecordStreamId} besides if it wants to. What it returns is waited for if it is a
 * {@code Mono}, another {@code Publisher} or a {@code CompletionStage}, and ignored
 * otherwise. It runs on a thread that may wait.
 * <p>
 * A method that throws is called again with the same changes, a few times. Then the
 * {@link RecordErrorHandler} decides: unless it says otherwise the stream is stopped and
 * others go on. A listener of single records is called with a batch's records one by one,
 * and only the one that fails is decided on; a listener of batches loses or keeps the
 * batch as a whole.
 * <p>
 * Texts may hold placeholders such as <code>${slack.integration}</code>.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface NangoRecordListener {

	/**
	 * The id of the listener, under which its positions are stored: keep it when the
	 * method is renamed or moved. By default integration, model and variant with a hyphen
	 * between them.
	 * @return the id, different from those of all other listeners
	 */
	String id() default "";

	/**
	 * The integration id.
	 * @return the id
	 */
	String integration();

	/**
	 * The name of the model.
	 * @return the name
	 */
	String model();

	/**
	 * The variant of the sync.
	 * @return the variant; empty for the sync itself
	 */
	String variant() default "";

	/**
	 * Only these connections.
	 * @return connection ids; empty for all. Each may be a list with commas, so that a
	 * placeholder can hold several
	 */
	String[] connections() default {};

	/**
	 * Only connections that have all of these tags.
	 * @return tags in the form {@code key=value}
	 */
	String[] tags() default {};

	/**
	 * Only connections that a bean chooses.
	 * @return the name of a {@link ConnectionSelector}; empty for all
	 */
	String selector() default "";

	/**
	 * How many records a batch has at most.
	 * @return a number from 1 to 10000; empty for the default
	 */
	String batchSize() default "";

	/**
	 * How many records are fetched with one call at most.
	 * @return a number from 1 to 10000; empty for the default
	 */
	String pageSize() default "";

	/**
	 * How many streams of this listener are worked on at the same time at most.
	 * @return a number from 1; empty for no limit of its own
	 */
	String concurrency() default "";

	/**
	 * How long after a stream was read to its end it is read again although no webhook
	 * came.
	 * @return a duration such as {@code PT5M}; empty for the default
	 */
	String pollInterval() default "";

	/**
	 * What decides on changes that could not be delivered.
	 * @return the name of a {@link RecordErrorHandler}; empty for the one of all
	 * listeners
	 */
	String errorHandler() default "";

	/**
	 * Whether the listener begins with the application.
	 * @return {@code true} or {@code false}; otherwise it waits for
	 * {@link NangoRecordListeners#start(String)}. Empty for the default
	 */
	String autoStartup() default "";

}
