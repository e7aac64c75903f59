package org.nangospring.sample.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.sample.account.AccountService;
import org.nangospring.sample.connection.ConnectionDetail;
import org.nangospring.sample.connection.ConnectionService;
import org.nangospring.sample.connection.ConnectionView;
import org.nangospring.sample.failure.Failure;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What is known of a connection.
 */
@Component
class DetailTile {

	static final String NAME = "detail";

	static final String FORM = "metadataForm";

	static final String TEMPLATE = "parts/detail :: content";

	private final ConnectionService connections;

	private final AccountService accounts;

	private final MetadataText text;

	DetailTile(ConnectionService connections, AccountService accounts, MetadataText text) {
		this.connections = connections;
		this.accounts = accounts;
		this.text = text;
	}

	/**
	 * Fills the tile.
	 * @param ref the connection
	 * @param model the model
	 * @return whether there is such a connection, as far as that is known
	 */
	boolean fill(ConnectionRef ref, Model model) {
		Part<ConnectionDetail> detail = Part.of(() -> this.connections.get(ref.integrationId(), ref.connectionId()));
		model.addAttribute("ref", ref);
		model.addAttribute("detail", detail);
		model.addAttribute("summary", summary(ref, detail));
		model.addAttribute("own", this.accounts.ofUser(ref.integrationId(), ref.connectionId()).isPresent());
		if (detail.value() != null) {
			model.addAttribute("metadata", this.text.rows(detail.value().metadata()));
		}
		if (Form.kept(model, FORM, MetadataForm.class) == null) {
			model.addAttribute(FORM, new MetadataForm(null, "", ""));
		}
		return !isMissing(detail.failure());
	}

	/**
	 * Nango does not hand out a connection whose credentials no longer work, but its list
	 * tells of it.
	 */
	private @Nullable ConnectionView summary(ConnectionRef ref, Part<ConnectionDetail> detail) {
		if (detail.value() != null) {
			return detail.value().connection();
		}
		if (isMissing(detail.failure())) {
			return null;
		}
		Part<List<ConnectionView>> list = Part.of(() -> this.connections.list(ref.integrationId()));
		return (list.value() == null) ? null
				: list.value()
					.stream()
					.filter((it) -> it.connectionId().equals(ref.connectionId()))
					.findFirst()
					.orElse(null);
	}

	private static boolean isMissing(@Nullable Failure failure) {
		return failure != null && failure.type().equals(NangoNotFoundException.class.getSimpleName());
	}

}
