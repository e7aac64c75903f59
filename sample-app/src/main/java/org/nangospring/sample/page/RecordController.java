package org.nangospring.sample.page;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The tile with the records of a connection.
 */
@Controller
@RequestMapping("/connections/{integration}/{connection}/records")
class RecordController {

	private final RecordTile tile;

	RecordController(RecordTile tile) {
		this.tile = tile;
	}

	@GetMapping
	String show(@PathVariable String integration, @PathVariable String connection, RecordChoice choice, Model model) {
		return this.tile.fill(new ConnectionRef(integration, connection), choice, model);
	}

	/**
	 * Shows what was filtered, and where the page can be loaded with the same filter.
	 */
	@GetMapping(headers = "HX-Trigger=records-filter")
	String filter(@PathVariable String integration, @PathVariable String connection, RecordChoice choice, Model model,
			HttpServletResponse response) {
		ConnectionRef ref = new ConnectionRef(integration, connection);
		response.setHeader("HX-Push-Url", ref.path() + RecordLinks.query(choice, List.of()));
		return this.tile.fill(ref, choice, model);
	}

}
