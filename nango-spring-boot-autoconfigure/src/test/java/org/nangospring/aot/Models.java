package org.nangospring.aot;

import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.nangospring.client.NangoObject;
import org.nangospring.webhook.NangoWebhook;

/**
 * Finds the types that JSON is read into or made of in the compiled classes: those that
 * are named as such, those that carry annotations of Jackson, and records whose class is
 * mentioned where JSON is read.
 */
final class Models {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.nangospring.client", "org.nangospring.webhook", "org.nangospring.listener",
				"org.nangospring.batch");

	private Models() {
	}

	static Set<Class<?>> all() {
		Set<Class<?>> models = new LinkedHashSet<>();
		CLASSES.stream().filter(Models::isModel).map(JavaClass::reflect).forEach(models::add);
		CLASSES.stream()
			.filter(Models::readsJson)
			.flatMap((type) -> type.getReferencedClassObjects().stream())
			.map(ReferencedClassObject::getRawType)
			.map(JavaClass::getBaseComponentType)
			.filter((type) -> type.isRecord() && type.getName().startsWith("org.nangospring."))
			.map(JavaClass::reflect)
			.forEach(models::add);
		return models;
	}

	/**
	 * What applications see of them.
	 */
	static Set<Class<?>> interfaces() {
		Set<Class<?>> interfaces = new LinkedHashSet<>();
		CLASSES.stream()
			.filter((type) -> type.isInterface()
					&& (type.isAssignableTo(NangoObject.class) || type.isAssignableTo(NangoWebhook.class)))
			.map(JavaClass::reflect)
			.forEach(interfaces::add);
		return interfaces;
	}

	private static boolean isModel(JavaClass type) {
		return type.getSimpleName().endsWith("Data") || type.isMetaAnnotatedWith(JacksonAnnotation.class)
				|| type.getMembers().stream().anyMatch((member) -> member.isMetaAnnotatedWith(JacksonAnnotation.class));
	}

	private static boolean readsJson(JavaClass type) {
		return type.getDirectDependenciesFromSelf()
			.stream()
			.map((dependency) -> dependency.getTargetClass().getName())
			.anyMatch((name) -> name.startsWith("tools.jackson.databind.")
					|| name.equals("org.nangospring.client.http.NangoJson"));
	}

}
