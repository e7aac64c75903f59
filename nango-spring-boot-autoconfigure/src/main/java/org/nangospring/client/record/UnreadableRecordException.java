package org.nangospring.client.record;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoResponseException;

/**
 * A record came whose payload does not fit the type it is to be read as. Its id and
 * metadata are known: read on {@link Records#after(String) after} its
 * {@link RecordMetadata#cursor() cursor} to leave it out.
 */
public class UnreadableRecordException extends NangoResponseException {

	private static final long serialVersionUID = 1L;

	private final String recordId;

	private final transient RecordMetadata metadata;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param status the HTTP status of the answer, or null when it is not known
	 * @param reason what is wrong with the record, without its content
	 * @param recordId the id of the record
	 * @param metadata what Nango knows about the record
	 */
	public UnreadableRecordException(FailedCall call, @Nullable Integer status, String reason, String recordId,
			RecordMetadata metadata) {
		super(call, status, reason);
		this.recordId = recordId;
		this.metadata = metadata;
	}

	/**
	 * The id of the record.
	 * @return the id that the sync gave it
	 */
	public String recordId() {
		return this.recordId;
	}

	/**
	 * What Nango knows about the record.
	 * @return the metadata; null only after this exception was serialized
	 */
	public RecordMetadata metadata() {
		return this.metadata;
	}

}
