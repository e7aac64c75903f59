package org.nangospring.sample.resilience;

/**
 * What is called.
 */
public enum CallChoice {

	/** One call that reads. */
	READ("A read: list the integrations"),

	/** One call that writes. */
	WRITE("A write: an action that creates an issue"),

	/** Many calls that read, from several threads. */
	BURST("A burst of reads from several threads");

	private final String label;

	CallChoice(String label) {
		this.label = label;
	}

	/**
	 * What it is called.
	 * @return some words
	 */
	public String label() {
		return this.label;
	}

}
