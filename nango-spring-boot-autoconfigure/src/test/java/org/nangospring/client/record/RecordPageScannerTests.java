package org.nangospring.client.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.UnusableAnswerException;
import org.nangospring.client.record.UnreadRecords.UnreadRecord;
import org.nangospring.fuzz.Draw;
import org.nangospring.fuzz.Fuzz;
import org.nangospring.fuzz.Garbage;
import org.nangospring.fuzz.JsonGarbage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordPageScannerTests {

	/** Without the limits that do not matter for what is passed over. */
	private static final JsonMapper JACKSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(Integer.MAX_VALUE)
				.maxNumberLength(Integer.MAX_VALUE)
				.build())
			.build())
		.build();

	private static final ObjectReader TREE = NangoJson.instance().reader(NangoJson.instance().type(JsonNode.class));

	private static final String METADATA = "\"_nango_metadata\":{\"last_action\":\"ADDED\",\"cursor\":\"c\"}";

	@Test
	void anyPageIsSeenAsJacksonSeesIt() {
		Fuzz.check(8_000, RecordPageScannerTests::page, (page) -> {
			JsonNode tree = JACKSON.readTree(page);
			RecordPageScanner scanner = scan(page.getBytes(StandardCharsets.UTF_8));
			List<NangoRecord<JsonNode>> read = read(page.getBytes(StandardCharsets.UTF_8), scanner);
			assertThat(scanner.nextCursor()).isEqualTo(tree.path("next_cursor").asStringOpt().orElse(null));
			assertThat(read).hasSize(tree.path("records").size());
			for (int i = 0; i < read.size(); i++) {
				JsonNode expected = tree.path("records").path(i);
				NangoRecord<JsonNode> record = read.get(i);
				assertThat(record.data()).isEqualTo(expected);
				assertThat(record.id()).isEqualTo(expected.path("id").asString());
				assertThat(record.metadata()).isEqualTo(NangoJson.instance()
					.convert(JACKSON.treeToValue(expected.path("_nango_metadata"), Map.class),
							NangoJson.instance().type(RecordMetadataData.class)));
			}
		});
	}

	@Test
	void aDamagedPageIsRefusedOrReadAsJacksonWouldReadIt() {
		Fuzz.check(8_000, (draw) -> Garbage.damaged(page(draw).getBytes(StandardCharsets.UTF_8), draw), (page) -> {
			try {
				List<NangoRecord<JsonNode>> read = read(page, scan(page));
				JsonNode tree = JACKSON.readTree(page);
				assertThat(read).hasSize(tree.path("records").size());
			}
			catch (UnusableAnswerException ex) {
				assertThat(ex.getMessage()).doesNotContain(JsonGarbage.MARKER);
			}
			catch (JacksonException ex) {
				// what is between the records is not looked at
			}
		});
	}

	@Test
	void theCursorMayStandBeforeOrBehindTheRecords() {
		String records = "\"records\":[{\"id\":\"1\"," + METADATA + "}]";
		assertThat(scan("{\"next_cursor\":\"n\"," + records + "}").nextCursor()).isEqualTo("n");
		assertThat(scan("{" + records + ",\"next_cursor\":\"n\"}").nextCursor()).isEqualTo("n");
		assertThat(scan("{" + records + ",\"next_cursor\":null}").nextCursor()).isNull();
		assertThat(scan("{" + records + ",\"next_cursor\":\"\\u006e\\\"\"}").nextCursor()).isEqualTo("n\"");
		assertThat(scan("\ufeff {" + records + "}\n").nextCursor()).isNull();
	}

	@Test
	void metadataOfANestedRecordAreNotThoseOfTheRecord() {
		String nested = "{\"id\":\"2\",\"_nango_metadata\":{\"last_action\":\"DELETED\",\"cursor\":\"nested\"}}";
		RecordPageScanner page = scan("{\"records\":[{\"children\":[" + nested + "],\"id\":\"1\"," + METADATA
				+ ",\"child\":" + nested + "}]}");
		assertThat(page.records()).singleElement().satisfies((record) -> {
			assertThat(record.id()).isEqualTo("1");
			assertThat(record.metadata().cursor()).isEqualTo("c");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "[]", "null", "{\"records\":[}", "{\"records\":[{]}", "{\"records\":[{}}",
			"{\"records\":[{\"id\":\"1\"},]}", "{\"records\":[]", "{\"records\":[]}x", "{\"records\":[],}",
			"{\"records\" []}", "{records:[]}", "{\"records\":[] \"a\":1}", "{\"a\":,\"records\":[]}",
			"{\"records\":[],\"a\":\"\\", "{\"records\":[],\"a\":\"x", "{}", "{\"records\":null}", "{\"records\":{}}",
			"{\"records\":[1]}", "{\"records\":[{\"id\":{}," + METADATA + "}]}",
			"{\"records\":[{\"id\":null," + METADATA + "}]}" })
	void whatIsNotAPageIsRefused(String json) {
		assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(() -> scan(json).records());
	}

	@Test
	void bytesBehindThePageAreNotLookedAt() {
		byte[] json = ("{\"records\":[{\"id\":\"1\"," + METADATA + "}]}{\"records\":[{\"id\"").getBytes();
		RecordPageScanner page = new RecordPageScanner(json, new String(json).indexOf("}]}{") + 3);
		page.scan();
		assertThat(page.records()).extracting(UnreadRecord::id).containsExactly("1");
		RecordPageScanner cut = new RecordPageScanner(json, 30);
		assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(cut::scan);
	}

	private static RecordPageScanner scan(String json) {
		return scan(json.getBytes(StandardCharsets.UTF_8));
	}

	private static RecordPageScanner scan(byte[] json) {
		RecordPageScanner scanner = new RecordPageScanner(json, json.length);
		scanner.scan();
		scanner.records();
		return scanner;
	}

	private static List<NangoRecord<JsonNode>> read(byte[] json, RecordPageScanner page) {
		return List.copyOf(new UnreadRecords<JsonNode>(json, page.start(), json.length, page.records(), TREE, null));
	}

	private static String page(Draw draw) {
		List<String> records = new ArrayList<>();
		for (int i = draw.between(0, 4); i > 0; i--) {
			records.add(record(draw));
		}
		List<String> members = new ArrayList<>();
		members.add("\"records\"" + space(draw) + ":" + space(draw) + "[" + space(draw)
				+ String.join(space(draw) + "," + space(draw), records) + "]");
		members.add(draw.between(0, 1), "\"next_cursor\":" + draw.pick("null", JsonGarbage.quoted(Garbage.text(draw))));
		if (draw.oneIn(3)) {
			members.add(0, "\"more\":" + JsonGarbage.any(draw));
		}
		return space(draw) + "{" + String.join("," + space(draw), members) + space(draw) + "}" + space(draw);
	}

	private static String record(Draw draw) {
		List<String> members = new ArrayList<>();
		members.add("\"id\":" + draw.pick("\"r-1\"", "17", JsonGarbage.quoted("r" + Garbage.text(draw))));
		members.add("\"_nango_metadata\":" + metadata(draw));
		for (int i = draw.between(0, 3); i > 0; i--) {
			String value = JsonGarbage.quoted("text " + Garbage.text(draw)) + draw.pick("", " ", "\n");
			members.add(draw.between(0, members.size()), "\"field" + i + "\":" + value);
		}
		return "{" + space(draw) + String.join(space(draw) + ",", members) + space(draw) + "}";
	}

	private static String metadata(Draw draw) {
		String time = draw.pick("null", "\"2026-01-02T03:04:05.678Z\"", "\"2026-01-02T03:04:05.678901+00:00\"",
				"\"2026-01-02T03:04:05+01:00\"");
		String usual = "{\"first_seen_at\":" + time + ",\"last_modified_at\":" + time
				+ ",\"last_action\":\"%s\",\"deleted_at\":null,\"pruned_at\":null,\"cursor\":%s}";
		String cursor = draw.pick("\"Y3Vyc29y\"", JsonGarbage.quoted("c" + Garbage.text(draw)));
		return draw.pick(usual.formatted(draw.pick("ADDED", "UPDATED", "updated", "ARCHIVED"), cursor),
				"{ \"cursor\" : " + cursor + ", \"new\": {\"a\":\"}\"}, \"last_action\":\"ADDED\"}");
	}

	private static String space(Draw draw) {
		return draw.pick("", " ", "\n\t", "\r\n  ");
	}

}
