package org.nangospring.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

/**
 * Reads what is written above classes and their members, in Markdown.
 */
final class Javadocs {

	private static final Path SOURCES = Path.of("src", "main", "java");

	private final Map<String, DocCommentTree> comments = new HashMap<>();

	private Javadocs() {
	}

	/**
	 * Reads the file of a class.
	 * @param type a class of the project, for nested ones that around them
	 * @return what is written in the file
	 */
	static Javadocs of(Class<?> type) {
		Javadocs javadocs = new Javadocs();
		javadocs.read(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
		return javadocs;
	}

	private void read(Path file) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjects(file));
			DocTrees trees = DocTrees.instance(task);
			for (CompilationUnitTree unit : task.parse()) {
				new Collector(trees).scan(unit, "");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The first paragraph about a class, a method, or a constant of an enumeration.
	 * @param names the names that lead to it, from the class of the file
	 * @return the text on one line
	 */
	String paragraph(String... names) {
		return text(comment(names).getFullBody());
	}

	/**
	 * What a method returns.
	 * @param names the names that lead to it, from the class of the file
	 * @return the text on one line
	 */
	String returned(String... names) {
		return comment(names).getBlockTags()
			.stream()
			.filter(ReturnTree.class::isInstance)
			.map((tag) -> text(((ReturnTree) tag).getDescription()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No @return at " + String.join(".", names)));
	}

	private DocCommentTree comment(String... names) {
		String name = String.join(".", names);
		DocCommentTree comment = this.comments.get(name);
		if (comment == null) {
			throw new IllegalStateException("No Javadoc at " + name + ", which the reference documentation needs");
		}
		return comment;
	}

	private static String text(List<? extends DocTree> parts) {
		StringBuilder text = new StringBuilder();
		for (DocTree part : parts) {
			if (part instanceof StartElementTree) {
				// another paragraph or a list begins
				break;
			}
			text.append(text(part));
		}
		return text.toString().replaceAll("\\s+", " ").trim();
	}

	private static String text(DocTree part) {
		if (part instanceof TextTree text) {
			return text.getBody();
		}
		if (part instanceof LiteralTree literal) {
			return "`" + literal.getBody().getBody() + "`";
		}
		if (part instanceof LinkTree link) {
			String label = link.getLabel().isEmpty() ? link.getReference().getSignature().replaceFirst("^.*#", "")
					: text(link.getLabel());
			return "`" + label + "`";
		}
		throw new IllegalStateException("The reference documentation cannot show " + part.getKind() + ": " + part);
	}

	private final class Collector extends TreePathScanner<Void, String> {

		private final DocTrees trees;

		Collector(DocTrees trees) {
			this.trees = trees;
		}

		@Override
		public Void visitClass(ClassTree type, String prefix) {
			String name = prefix + type.getSimpleName();
			keep(name);
			for (Tree member : type.getMembers()) {
				scan(member, name + ".");
			}
			return null;
		}

		@Override
		public Void visitMethod(MethodTree method, String prefix) {
			keep(prefix + method.getName());
			return null;
		}

		@Override
		public Void visitVariable(VariableTree variable, String prefix) {
			keep(prefix + variable.getName());
			return null;
		}

		private void keep(String name) {
			DocCommentTree comment = this.trees.getDocCommentTree(getCurrentPath());
			if (comment != null) {
				Javadocs.this.comments.putIfAbsent(name, comment);
			}
		}

	}

}
