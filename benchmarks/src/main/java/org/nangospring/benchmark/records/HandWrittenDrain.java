package org.nangospring.benchmark.records;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.nangospring.benchmark.HandWritten;
import org.nangospring.benchmark.NangoApplication;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bare Reactor Netty and Jackson, page after page.
 */
public final class HandWrittenDrain implements Drain {

	private final HttpClient httpClient;

	private final ObjectReader reader = JsonMapper.shared().readerFor(InvoicePage.class);

	/**
	 * Creates the drain.
	 * @param host where the stub is
	 */
	public HandWrittenDrain(URI host) {
		this.httpClient = HandWritten.httpClient()
			.baseUrl(host.toString())
			.headers((headers) -> headers.set("Authorization", "Bearer " + NangoApplication.KEY)
				.set("Accept", "application/json")
				.set("Provider-Config-Key", "github")
				.set("Connection-Id", "conn-1"));
	}

	@Override
	public Total drain() {
		Total total = new Total();
		String cursor = null;
		do {
			InvoicePage page = this.reader.readValue(fetch(cursor));
			for (InvoicePage.InvoiceRecord record : page.records()) {
				total.add(record.amountInCents(), record.issuedAt(), record.metadata().lastModifiedAt());
			}
			cursor = page.nextCursor();
		}
		while (cursor != null);
		return total;
	}

	private byte[] fetch(@Nullable String cursor) {
		String after = (cursor != null) ? "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8) : "";
		byte[] page = this.httpClient.get()
			.uri("/records?model=Invoice&limit=1000" + after)
			.responseSingle((response, body) -> body.asByteArray())
			.block();
		if (page == null) {
			throw new IllegalStateException("The stub sent no page");
		}
		return page;
	}

}
