package org.nangospring.sample.page;

import org.nangospring.sample.proxy.ProxyMethod;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The console that calls the provider of a connection.
 */
@Component
class ProxyTile {

	static final String NAME = "proxy";

	static final String FORM = "proxyForm";

	String fill(ConnectionRef ref, Model model) {
		model.addAttribute("ref", ref);
		model.addAttribute("proxyMethods", ProxyMethod.values());
		if (Form.kept(model, FORM, ProxyForm.class) == null) {
			model.addAttribute(FORM, new ProxyForm(ProxyMethod.GET, "/user", ""));
		}
		return "parts/proxy :: content";
	}

}
