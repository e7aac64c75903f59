package org.nangospring.sample.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The tile with what is known of a connection.
 */
@Controller
class DetailController {

	private final DetailTile tile;

	DetailController(DetailTile tile) {
		this.tile = tile;
	}

	@GetMapping("/connections/{integration}/{connection}/detail")
	String show(@PathVariable String integration, @PathVariable String connection, Model model) {
		this.tile.fill(new ConnectionRef(integration, connection), model);
		return DetailTile.TEMPLATE;
	}

}
