package org.nangospring.sample.page;

import org.nangospring.sample.proxy.ProxyMethod;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page.
 */
@Controller
class HomeController {

	private final PageService pages;

	HomeController(PageService pages) {
		this.pages = pages;
	}

	@GetMapping("/")
	String home(PageRequest request, Model model) {
		model.addAttribute("page", this.pages.page(request));
		model.addAttribute("proxyMethods", ProxyMethod.values());
		// after a form was sent, what was typed is there already
		if (!model.containsAttribute(FormController.ACTION_FORM)) {
			model.addAttribute(FormController.ACTION_FORM, new ActionForm("", ""));
		}
		if (!model.containsAttribute(FormController.PROXY_FORM)) {
			model.addAttribute(FormController.PROXY_FORM, new ProxyForm(ProxyMethod.GET, "/user", ""));
		}
		return "index";
	}

}
