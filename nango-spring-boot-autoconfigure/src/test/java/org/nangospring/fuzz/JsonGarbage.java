package org.nangospring.fuzz;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws JSON of any shape, and JSON of a given shape in which something is wrong. All of
 * it is well formed; {@link Garbage#damaged} makes it worse.
 */
public final class JsonGarbage {

	/** In texts that no message may quote. */
	public static final String MARKER = "n0t-t0-be-sh0wn";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String[] SCALARS = { "null", "true", "false", "0", "-1", "7", "0.1", "-0.0", "5.0",
			"2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1e18", "1e400",
			"-1e-400", "1e999999999", "1E-999999999", "1.7976931348623157e309", "31556889864403200",
			"-31557014167219201", "1" + "0".repeat(400), "0." + "1".repeat(400), "1" + "0".repeat(1_500) };

	private static final String[] TEXTS = { "", "x", " ", "null", "true", "12", "1e400", "OAUTH2", "NONE", "CUSTOM",
			"2026-01-02T03:04:05.678Z", "2026-01-02", "2026-02-30T00:00:00Z", "2026-01-02T25:00:00Z",
			"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z", "+999999999-12-31T23:59:59Z",
			"2026-01-02T03:04:05+19:00", "1767323045", "\u0000", "\r\nX-Evil: 1", "\ud800", "\ude00\ud83d", "\u202e",
			"a".repeat(5_000), "https://evil.test/", "/action/../x", "/action/a-1", MARKER };

	private JsonGarbage() {
	}

	/**
	 * Any JSON.
	 */
	public static String any(Draw draw) {
		StringBuilder out = new StringBuilder();
		any(draw, out, 4);
		return out.toString();
	}

	/**
	 * JSON that differs from a given one in one to four places: fields are missing, named
	 * differently, there twice or new, and values are of another type, huge or deep.
	 */
	public static String mutated(String json, Draw draw) {
		Object tree = MAPPER.readValue(json, Object.class);
		int nodes = count(tree);
		Map<Integer, Mutation> mutations = new HashMap<>();
		for (int i = draw.between(0, 3); i >= 0; i--) {
			mutations.put(draw.between(1, nodes), draw.pick(Mutation.values()));
		}
		StringBuilder out = new StringBuilder();
		new Writer(draw, mutations, out).write(tree);
		return out.toString();
	}

	/**
	 * A text as JSON. Half a character is written as an escape, as JSON allows.
	 */
	public static String quoted(String text) {
		StringBuilder out = new StringBuilder("\"");
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '"' || character == '\\') {
				out.append('\\').append(character);
			}
			else if (character < ' ' || Character.isSurrogate(character)) {
				out.append("\\u%04x".formatted((int) character));
			}
			else {
				out.append(character);
			}
		}
		return out.append('"').toString();
	}

	private static void any(Draw draw, StringBuilder out, int depth) {
		switch (draw.between(0, (depth > 0) ? 5 : 2)) {
			case 0 -> out.append(draw.pick(SCALARS));
			case 1 -> out.append(quoted(draw.pick(TEXTS)));
			case 2 -> out.append(quoted(Garbage.text(draw)));
			case 3 -> list(draw, out, depth);
			case 4 -> object(draw, out, depth);
			default -> deep(draw, out);
		}
	}

	private static void list(Draw draw, StringBuilder out, int depth) {
		out.append('[');
		for (int i = draw.between(0, 4); i > 0; i--) {
			any(draw, out, depth - 1);
			out.append((i > 1) ? "," : "");
		}
		out.append(']');
	}

	private static void object(Draw draw, StringBuilder out, int depth) {
		out.append('{');
		for (int i = draw.between(0, 4); i > 0; i--) {
			out.append(quoted(Garbage.text(draw))).append(':');
			any(draw, out, depth - 1);
			out.append((i > 1) ? "," : "");
		}
		out.append('}');
	}

	private static void deep(Draw draw, StringBuilder out) {
		int depth = draw.pick(10, 490, 499, 500, 501, 5_000);
		boolean objects = draw.oneIn(2);
		out.append((objects ? "{\"a\":" : "[").repeat(depth)).append('1').append((objects ? "}" : "]").repeat(depth));
	}

	private static int count(@Nullable Object tree) {
		int count = 1;
		if (tree instanceof Map<?, ?> map) {
			for (Object value : map.values()) {
				count += count(value);
			}
		}
		else if (tree instanceof List<?> list) {
			for (Object item : list) {
				count += count(item);
			}
		}
		return count;
	}

	private enum Mutation {

		NULL, MISSING, OTHER_TYPE, SCALAR, TEXT, WRAPPED, OBJECT, TWICE, RENAMED, ANYTHING

	}

	/**
	 * Writes a tree and does at each node what was drawn for it.
	 */
	private static final class Writer {

		private final Draw draw;

		private final Map<Integer, Mutation> mutations;

		private final StringBuilder out;

		private int node;

		Writer(Draw draw, Map<Integer, Mutation> mutations, StringBuilder out) {
			this.draw = draw;
			this.mutations = mutations;
			this.out = out;
		}

		void write(@Nullable Object value) {
			this.node++;
			write(value, this.mutations.get(this.node));
		}

		private void write(@Nullable Object value, @Nullable Mutation mutation) {
			if (mutation == null) {
				plain(value);
				return;
			}
			switch (mutation) {
				case NULL -> this.out.append("null");
				case OTHER_TYPE -> this.out.append(otherType(value));
				case SCALAR -> this.out.append(this.draw.pick(SCALARS));
				case TEXT -> this.out.append(quoted(this.draw.pick(TEXTS)));
				case WRAPPED -> {
					this.out.append('[');
					plain(value);
					this.out.append(']');
				}
				case OBJECT -> this.out.append("{\"type\":").append(this.draw.pick(SCALARS)).append('}');
				case ANYTHING -> any(this.draw, this.out, 3);
				default -> plain(value);
			}
		}

		private static String otherType(@Nullable Object value) {
			if (value instanceof String text) {
				return text.matches("-?(0|[1-9]\\d{0,17})") ? text : "12";
			}
			return (value instanceof Map || value instanceof List) ? "\"\"" : quoted(String.valueOf(value));
		}

		private void plain(@Nullable Object value) {
			if (value instanceof Map<?, ?> map) {
				object(map);
			}
			else if (value instanceof List<?> list) {
				this.out.append('[');
				for (Iterator<?> items = list.iterator(); items.hasNext();) {
					write(items.next());
					this.out.append(items.hasNext() ? "," : "");
				}
				this.out.append(']');
			}
			else {
				this.out.append((value instanceof String text) ? quoted(text) : String.valueOf(value));
			}
		}

		private void object(Map<?, ?> map) {
			String separator = "";
			this.out.append('{');
			for (Map.Entry<?, ?> field : map.entrySet()) {
				Mutation mutation = this.mutations.get(this.node + 1);
				if (mutation == Mutation.MISSING) {
					this.node++;
					continue;
				}
				String name = quoted(
						(mutation == Mutation.RENAMED) ? Garbage.text(this.draw) : (String) field.getKey());
				this.out.append(separator).append(name).append(':');
				write(field.getValue());
				if (mutation == Mutation.TWICE) {
					this.out.append(',').append(name).append(':');
					any(this.draw, this.out, 1);
				}
				separator = ",";
			}
			this.out.append('}');
		}

	}

}
