package org.nangospring.listener.jdbc;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;

/**
 * What a listener writes, with all that JPA looks at only when it is flushed: a version,
 * a callback, and a reference.
 */
@Entity
public class Account {

	static final String REFUSED = "refused";

	@Id
	private String id;

	@Version
	private long version;

	private String name;

	@ManyToOne
	private Customer customer;

	protected Account() {
	}

	Account(String id, Customer customer) {
		this.id = id;
		this.customer = customer;
	}

	/** As Bean Validation does it, which is not there in these tests. */
	@PreUpdate
	void check() {
		if (REFUSED.equals(this.name)) {
			throw new UnsupportedOperationException(REFUSED);
		}
	}

	String getId() {
		return this.id;
	}

	long getVersion() {
		return this.version;
	}

	String getName() {
		return this.name;
	}

	void setName(String name) {
		this.name = name;
	}

	Customer getCustomer() {
		return this.customer;
	}

}
