package cn.jiangxue.platform;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of a wire record what Java says of it: a component is there and is a value, unless it is marked {@code @Nullable}. */
final class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType java = type.getType() == null ? null : Json31.mapper().constructType(type.getType());
        if (resolved != null && java != null && java.isRecordType()) {
            Schema<?> object = named(resolved, context);
            if (object != null && object.getProperties() != null) {
                complete(object, java.getRawClass());
            }
        }
        return resolved;
    }

    private static @Nullable Schema<?> named(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null ? resolved : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
    }

    private static void complete(Schema<?> object, Class<?> type) {
        Map<String, Schema> properties = object.getProperties();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            Schema<?> property = properties.get(name);
            if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(name, nullable(property));
            } else if (property != null) {
                required.add(name);
            }
        }
        object.setRequired(required);
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<Object> none = new JsonSchema();
            none.setTypes(Set.of("null"));
            Schema<Object> either = new JsonSchema();
            either.setAnyOf(List.of(property, none));
            return either;
        }
        if (property.getTypes() != null && !property.getTypes().contains("null")) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
        }
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            property.addEnumItemObject(null);
        }
        return property;
    }
}
