package org.nangospring.sample.page;

import jakarta.servlet.http.HttpServletRequest;
import org.nangospring.sample.connection.ConnectionService;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The tile with what is known of a connection, where its metadata can be changed.
 */
@Controller
@RequestMapping("/connections/{integration}/{connection}/detail")
class DetailController {

	private final DetailTile tile;

	private final ConnectionService connections;

	private final MetadataText text;

	DetailController(DetailTile tile, ConnectionService connections, MetadataText text) {
		this.tile = tile;
		this.connections = connections;
		this.text = text;
	}

	@GetMapping
	String show(@PathVariable String integration, @PathVariable String connection, Model model) {
		this.tile.fill(new ConnectionRef(integration, connection), model);
		return DetailTile.TEMPLATE;
	}

	@PostMapping
	String change(@PathVariable String integration, @PathVariable String connection, MetadataForm form, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		ConnectionRef ref = new ConnectionRef(integration, connection);
		Outcome outcome = Outcome.of(DetailTile.NAME,
				() -> Outcome.done(DetailTile.NAME, form.key() + change(ref, form), null));
		Form answer = new Form(request, model, redirect);
		if (outcome.failure() != null) {
			answer.keep(DetailTile.FORM, form);
		}
		return answer.answer(outcome, ref.view(DetailTile.NAME), () -> {
			this.tile.fill(ref, model);
			return DetailTile.TEMPLATE;
		});
	}

	private String change(ConnectionRef ref, MetadataForm form) {
		Assert.notNull(form.command(), "The command must be ADD, SAVE or REMOVE.");
		return switch (form.command()) {
			case ADD -> {
				this.connections.addMetadata(ref.integrationId(), ref.connectionId(), form.key(),
						this.text.read(form.value()));
				yield " was added.";
			}
			case SAVE -> {
				this.connections.setMetadata(ref.integrationId(), ref.connectionId(), form.key(),
						this.text.read(form.value()));
				yield " was saved.";
			}
			case REMOVE -> {
				this.connections.removeMetadata(ref.integrationId(), ref.connectionId(), form.key());
				yield " was removed.";
			}
		};
	}

}
