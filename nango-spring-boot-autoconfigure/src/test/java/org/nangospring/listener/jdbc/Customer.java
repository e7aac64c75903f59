package org.nangospring.listener.jdbc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * What a listener of an application with JPA writes.
 */
@Entity
public class Customer {

	@Id
	private String id;

	@Column(unique = true)
	private String email;

	protected Customer() {
	}

	public Customer(String id, String email) {
		this.id = id;
		this.email = email;
	}

	public String getId() {
		return this.id;
	}

	public String getEmail() {
		return this.email;
	}

}
