package org.nangospring.sample.nango;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that is made up by its number, so that all of them are there without being kept.
 *
 * @param number the number, from 1
 */
record PretendFile(int number) {

	private static final String DOCUMENT = "application/vnd.google-apps.document";

	private static final YearMonth NEWEST = YearMonth.of(2026, 5);

	private static final int STEP = 7_919;

	private static final String HEADER = "order,customer,amount\n";

	private static final String ROW = "%06d,Customer %03d,%04d\n";

	String id() {
		return "1d" + Integer.toString(this.number * STEP, Character.MAX_RADIX);
	}

	String title() {
		int index = this.number / Folder.ALL.size();
		List<String> subjects = folder().subjects;
		YearMonth month = NEWEST.minusMonths(index / subjects.size());
		return subjects.get(index % subjects.size()) + ", " + month + folder().extension;
	}

	String mimeType() {
		return folder().mimeType;
	}

	String folderName() {
		return folder().title;
	}

	/**
	 * Whether it was made with the provider's own editor, and is exported instead of
	 * downloaded.
	 * @return whether it was
	 */
	boolean isGoogles() {
		return folder() == Folder.PLANS;
	}

	String content() {
		return switch (folder()) {
			case REPORTS -> IntStream.rangeClosed(1, rows())
				.mapToObj((row) -> ROW.formatted(row, row * this.number % 997, row * 37 % 9_973))
				.collect(Collectors.joining("", HEADER, ""));
			case CONTRACTS -> PretendPdf.of(title());
			case BRAND -> """
					<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" role="img">
					<title>%s</title>
					<rect width="64" height="64" rx="14" fill="hsl(%d 60%% 40%%)"/>
					<circle cx="32" cy="32" r="16" fill="none" stroke="#fff" stroke-width="6"/>
					</svg>
					""".formatted(title(), this.number * 47 % 360);
			case PLANS, MINUTES -> """
					# %s

					## What was done
					- The list of the last time was gone through.

					## What comes next
					- %s writes down what is still open.
					- %s asks the customers.
					""".formatted(title(), PretendPeople.person(this.number).fullName(),
					PretendPeople.person(this.number + 1).fullName());
		};
	}

	/**
	 * The size of the content, without making it up where it is long.
	 * @return the size in bytes
	 */
	int size() {
		return (folder() == Folder.REPORTS) ? HEADER.length() + rows() * ROW.formatted(0, 0, 0).length()
				: content().getBytes(StandardCharsets.UTF_8).length;
	}

	ObjectNode toRecord() {
		return Json.object((it) -> it.put("id", id())
			.put("title", title())
			.put("mimeType", mimeType())
			.put("folder", folderName())
			.put("size", size())
			.put("url", "https://drive.example/file/d/" + id()));
	}

	static @Nullable PretendFile find(String id) {
		if (!id.matches("1d[0-9a-z]{1,6}")) {
			return null;
		}
		long number = Long.parseLong(id.substring(2), Character.MAX_RADIX);
		return (number > 0 && number % STEP == 0 && number / STEP < Integer.MAX_VALUE / STEP)
				? new PretendFile((int) (number / STEP)) : null;
	}

	private int rows() {
		return 200 + this.number * 137 % 1_900;
	}

	private Folder folder() {
		return Folder.ALL.get(this.number % Folder.ALL.size());
	}

	/**
	 * A folder has files of one kind.
	 */
	private enum Folder {

		REPORTS("Reports", "text/csv", ".csv", "Revenue by region", "Orders by customer", "Refunds", "Support tickets",
				"Website visits", "Warehouse stock", "Invoices due", "Trials that became customers", "Energy use",
				"Deliveries by carrier", "Travel costs", "Newsletter reach"),

		PLANS("Plans", DOCUMENT, "", "Launch of the mobile app", "Move to the new office", "Roadmap", "Hiring",
				"Offsite in Lisbon", "Renewal of the data centre", "Pricing", "Campaign for the summer",
				"Partner programme", "Accessibility", "Onboarding of new colleagues", "Security review"),

		MINUTES("Minutes", "text/markdown", ".md", "Platform team", "All hands", "Board", "Design review",
				"Incident review", "Customer advisory board", "Works council", "Sales and support", "Research circle",
				"Budget round", "Sustainability group", "Book club"),

		CONTRACTS("Contracts", "application/pdf", ".pdf", "Framework agreement with Initech",
				"Data processing with Umbra Logistics", "Lease of the third floor", "Licence for Papyrus Books",
				"Service level for Northwind Foods", "Confidentiality with Tessellate Labs", "Cleaning of the offices",
				"Insurance by Kestrel", "Consulting by Meridian Rail", "Power from Brightwater",
				"Loan of the coffee machine", "Reseller terms for Solstice Travel"),

		BRAND("Brand", "image/svg+xml", ".svg", "Logo, dark", "Logo, light", "App icon", "Banner for the fair",
				"Sticker", "Pattern", "Slide background", "Badge for speakers", "Poster", "Signature", "Favicon",
				"Map of the office");

		private static final List<Folder> ALL = List.of(values());

		private final String title;

		private final String mimeType;

		private final String extension;

		private final List<String> subjects;

		Folder(String title, String mimeType, String extension, String... subjects) {
			this.title = title;
			this.mimeType = mimeType;
			this.extension = extension;
			this.subjects = List.of(subjects);
		}

	}

}
