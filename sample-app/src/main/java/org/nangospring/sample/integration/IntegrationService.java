package org.nangospring.sample.integration;

import java.util.List;

import org.nangospring.client.NangoClient;

import org.springframework.stereotype.Service;

/**
 * Finds integrations.
 */
@Service
public class IntegrationService {

	private final NangoClient nango;

	IntegrationService(NangoClient nango) {
		this.nango = nango;
	}

	/**
	 * Lists all integrations.
	 * @return the integrations
	 */
	public List<IntegrationView> list() {
		return this.nango.integrations().list().stream().map(IntegrationView::of).toList();
	}

}
