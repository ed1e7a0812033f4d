package cn.jiangxue.platform;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/**
 * A request that leaves out a component its record does not mark {@link Nullable} is refused while it is read, with the name of the component, so that what the
 * types promise holds inside. Applies to records of {@link NullMarked} packages; elements of lists must not be null either.
 */
@Component
final class RequiredComponents extends SimpleModule {

    private static final long serialVersionUID = 1L;

    RequiredComponents() {
        super("required-components");
        setDeserializerModifier(new Modifier());
    }

    private static final class Modifier extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier described, ValueDeserializer<?> deserializer) {
            Class<?> type = described.getBeanClass();
            Package home = type.getPackage();
            boolean promised = type.isRecord() && home != null && home.isAnnotationPresent(NullMarked.class);
            return promised ? new Checked(type, deserializer) : deserializer;
        }
    }

    private static final class Checked extends DelegatingDeserializer {

        private final Class<?> type;
        private final List<RecordComponent> required;

        Checked(Class<?> type, ValueDeserializer<?> delegate) {
            super(delegate);
            this.type = type;
            this.required = Arrays.stream(type.getRecordComponents())
                    .filter(part -> !part.getType().isPrimitive())
                    .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .peek(part -> part.getAccessor().setAccessible(true))
                    .toList();
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> newDelegate) {
            return new Checked(type, newDelegate);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            Object read = super.deserialize(parser, context);
            for (RecordComponent part : required) {
                if (read != null && isMissing(part, read)) {
                    throw MismatchedInputException.from(parser, type, "required")
                            .prependPath(type, part.getName());
                }
            }
            return read;
        }

        private static boolean isMissing(RecordComponent part, Object read) {
            try {
                Object value = part.getAccessor().invoke(read);
                return value == null
                        || value instanceof Collection<?> list && list.stream().anyMatch(one -> one == null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + part, e);
            }
        }
    }
}
