package org.nangospring.reference;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Writes a page of the reference documentation.
 */
final class Markdown {

	private final StringBuilder text = new StringBuilder();

	Markdown(String title, String introduction) {
		this.text.append("# ").append(title).append("\n\n");
		paragraph("<!-- " + ReferenceDocumentationTests.NOTE + " -->");
		paragraph(introduction);
	}

	Markdown paragraph(String paragraph) {
		this.text.append(paragraph).append("\n\n");
		return this;
	}

	Markdown section(String title) {
		return paragraph("## " + title);
	}

	Markdown header(String... cells) {
		row(cells);
		this.text.append("|---".repeat(cells.length)).append("|\n");
		return this;
	}

	Markdown row(String... cells) {
		for (String cell : cells) {
			this.text.append(cell.isEmpty() ? "| " : "| " + cell.replace("|", "\\|") + " ");
		}
		this.text.append("|\n");
		return this;
	}

	Markdown endOfTable() {
		this.text.append('\n');
		return this;
	}

	static String code(String code) {
		return "`" + code + "`";
	}

	static String codes(Collection<String> codes) {
		return codes.stream().map(Markdown::code).collect(Collectors.joining(", "));
	}

	@Override
	public String toString() {
		return this.text.toString().stripTrailing() + "\n";
	}

}
