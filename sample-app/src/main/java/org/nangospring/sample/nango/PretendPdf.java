package org.nangospring.sample.nango;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a PDF of one page with one line.
 */
final class PretendPdf {

	private PretendPdf() {
	}

	/**
	 * Makes the file.
	 * @param line the line, in ASCII
	 * @return the file, in ASCII
	 */
	static String of(String line) {
		String text = line.replaceAll("[()\\\\]", "");
		String drawing = "BT /F1 18 Tf 72 760 Td (" + text + ") Tj ET";
		List<String> objects = List.of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
				"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
						+ "/Resources << /Font << /F1 5 0 R >> >> >>",
				"<< /Length " + drawing.length() + " >>\nstream\n" + drawing + "\nendstream",
				"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
		StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
		List<Integer> offsets = new ArrayList<>();
		for (String object : objects) {
			offsets.add(pdf.length());
			pdf.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
		}
		int table = pdf.length();
		pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
		offsets.forEach((offset) -> pdf.append("%010d 00000 n \n".formatted(offset)));
		return pdf.append("trailer\n<< /Size ")
			.append(objects.size() + 1)
			.append(" /Root 1 0 R >>\nstartxref\n")
			.append(table)
			.append("\n%%EOF\n")
			.toString();
	}

}
