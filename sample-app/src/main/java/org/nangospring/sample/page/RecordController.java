package org.nangospring.sample.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The tile with the records of a connection.
 */
@Controller
class RecordController {

	private final RecordTile tile;

	RecordController(RecordTile tile) {
		this.tile = tile;
	}

	@GetMapping("/connections/{integration}/{connection}/records")
	String show(@PathVariable String integration, @PathVariable String connection, RecordChoice choice, Model model) {
		return this.tile.fill(new ConnectionRef(integration, connection), choice, model);
	}

}
