package org.nangospring.reference;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.nangospring.client.NangoException;

/**
 * Writes all exceptions that applications may see, from the classes and their Javadoc.
 */
final class ExceptionsReference {

	/** The engine is not for users. */
	private static final String ENGINE = "org.nangospring.client.http";

	private final Markdown page = new Markdown("Exceptions",
			"Every exception with what it means and what it knows. [Errors and retries](../errors.md) tells what the"
					+ " client does about failures by itself.");

	private final List<Class<?>> exceptions = exceptions();

	private ExceptionsReference() {
	}

	static String page() {
		return new ExceptionsReference().write();
	}

	private static List<Class<?>> exceptions() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.nangospring")
			.stream()
			.filter((type) -> type.isAssignableTo(Throwable.class) && !type.getPackageName().equals(ENGINE)
					&& type.getModifiers().contains(JavaModifier.PUBLIC))
			.<Class<?>>map(JavaClass::reflect)
			.sorted(Comparator.comparing(Class::getSimpleName))
			.toList();
	}

	private String write() {
		this.page.section("Of calls").paragraph("All are unchecked.").header("Exception", "Is a", "Means", "Knows");
		family(NangoException.class);
		this.page.endOfTable()
			.section("Others")
			.paragraph("These are unchecked too.")
			.header("Exception", "Is a", "Means", "Knows");
		this.exceptions.stream().filter((type) -> !NangoException.class.isAssignableFrom(type)).forEach(this::row);
		this.page.endOfTable()
			.section("What they know")
			.paragraph("Subclasses know the same.")
			.header("Exception", "Method", "What it returns");
		this.exceptions.forEach(this::methods);
		this.page.endOfTable();
		this.exceptions.forEach(this::reasons);
		return this.page.toString();
	}

	/**
	 * An exception and then those below it.
	 */
	private void family(Class<?> type) {
		row(type);
		this.exceptions.stream().filter((each) -> each.getSuperclass() == type).forEach(this::family);
	}

	private void row(Class<?> type) {
		String parent = type.getSuperclass().getSimpleName();
		this.page.row(Markdown.code(type.getSimpleName()), Markdown.code(parent),
				Javadocs.of(type).paragraph(type.getSimpleName()),
				Markdown.codes(knowing(type).map((method) -> method.getName() + "()").toList()));
	}

	private void methods(Class<?> type) {
		Javadocs javadocs = Javadocs.of(type);
		knowing(type).forEach((method) -> this.page.row(Markdown.code(type.getSimpleName()),
				Markdown.code(method.getName() + "()"), javadocs.returned(type.getSimpleName(), method.getName())));
	}

	private void reasons(Class<?> type) {
		for (Class<?> nested : type.getClasses()) {
			if (nested.isEnum() && nested.getDeclaringClass() == type) {
				Javadocs javadocs = Javadocs.of(type);
				this.page.section(type.getSimpleName() + "." + nested.getSimpleName())
					.paragraph(javadocs.paragraph(type.getSimpleName(), nested.getSimpleName()))
					.header("Constant", "");
				for (Object constant : nested.getEnumConstants()) {
					String name = ((Enum<?>) constant).name();
					this.page.row(Markdown.code(name),
							javadocs.paragraph(type.getSimpleName(), nested.getSimpleName(), name));
				}
				this.page.endOfTable();
			}
		}
	}

	private static Stream<Method> knowing(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
					&& !method.isSynthetic() && method.getParameterCount() == 0 && !overrides(method))
			.sorted(Comparator.comparing(Method::getName));
	}

	private static boolean overrides(Method method) {
		try {
			method.getDeclaringClass().getSuperclass().getMethod(method.getName());
			return true;
		}
		catch (NoSuchMethodException ex) {
			return false;
		}
	}

}
