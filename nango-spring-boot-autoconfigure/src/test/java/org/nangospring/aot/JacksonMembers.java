package org.nangospring.aot;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.nangospring.client.http.NangoJson;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Watches what Jackson calls by reflection when it reads and writes types of ours.
 */
final class JacksonMembers {

	private final Map<Class<?>, Set<Member>> members = new LinkedHashMap<>();

	/**
	 * Lets Jackson prepare to read and to write a type and all that it holds.
	 */
	void see(Class<?> model) {
		SimpleModule watching = new SimpleModule();
		watching.setDeserializerModifier(new Reading());
		watching.setSerializerModifier(new Writing());
		JsonMapper mapper = NangoJson.instance().mapper().rebuild().addModule(watching).build();
		type(model);
		mapper.readerFor(model);
		mapper.writerFor(model);
	}

	Map<Class<?>, Set<Member>> members() {
		return this.members;
	}

	private void type(Class<?> type) {
		if (type.getName().startsWith("org.nangospring.") && !this.members.containsKey(type)) {
			Set<Member> found = new LinkedHashSet<>();
			this.members.put(type, found);
			for (Constructor<?> constructor : type.getDeclaredConstructors()) {
				if (type.isRecord() || constructor.isAnnotationPresent(JsonCreator.class)) {
					found.add(constructor);
				}
			}
			Arrays.stream(type.getDeclaredMethods()).filter(JacksonMembers::isCalled).forEach(found::add);
			JsonNaming naming = type.getAnnotation(JsonNaming.class);
			if (naming != null) {
				found.addAll(List.of(naming.value().getDeclaredConstructors()));
			}
		}
	}

	private static boolean isCalled(AnnotatedElement method) {
		return method.isAnnotationPresent(JsonCreator.class) || method.isAnnotationPresent(JsonValue.class);
	}

	private final class Reading extends ValueDeserializerModifier {

		@Override
		public BeanDeserializerBuilder updateBuilder(DeserializationConfig config, BeanDescription.Supplier description,
				BeanDeserializerBuilder builder) {
			type(description.getBeanClass());
			builder.getProperties().forEachRemaining((property) -> type(property.getType().getRawClass()));
			return builder;
		}

	}

	private final class Writing extends ValueSerializerModifier {

		@Override
		public List<BeanPropertyWriter> changeProperties(SerializationConfig config,
				BeanDescription.Supplier description, List<BeanPropertyWriter> properties) {
			Class<?> type = description.getBeanClass();
			type(type);
			Set<Member> found = JacksonMembers.this.members.get(type);
			if (found != null) {
				properties.stream()
					.map((property) -> property.getMember().getMember())
					.filter(Objects::nonNull)
					.forEach(found::add);
			}
			return properties;
		}

	}

}
