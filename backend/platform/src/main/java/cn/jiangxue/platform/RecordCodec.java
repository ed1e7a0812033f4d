package cn.jiangxue.platform;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** One record type as a document: a field for each component, {@code _id} for the one marked {@link BsonId}. Null is not written; an absent primitive is zero. */
final class RecordCodec<T> implements Codec<T> {

    private final Class<T> type;
    private final Constructor<T> constructor;
    private final List<Component> components;
    private final Map<String, Integer> positions = new HashMap<>();

    RecordCodec(Class<T> type, CodecRegistry registry) {
        this.type = type;
        RecordComponent[] declared = type.getRecordComponents();
        try {
            Class<?>[] signature =
                    Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
            this.constructor = type.getDeclaredConstructor(signature);
        } catch (NoSuchMethodException e) {
            throw new CodecConfigurationException("no canonical constructor in " + type, e);
        }
        constructor.setAccessible(true);
        this.components =
                Arrays.stream(declared).map(part -> component(part, registry)).toList();
        for (int i = 0; i < components.size(); i++) {
            positions.put(components.get(i).field(), i);
        }
    }

    private record Component(
            String field,
            Method accessor,
            Codec<Object> codec,
            @Nullable Object absent) {}

    private static Component component(RecordComponent part, CodecRegistry registry) {
        Method accessor = part.getAccessor();
        accessor.setAccessible(true);
        boolean id = part.isAnnotationPresent(BsonId.class) || accessor.isAnnotationPresent(BsonId.class);
        Codec<Object> plain = codecOf(part.getGenericType(), registry);
        return new Component(
                id ? "_id" : part.getName(),
                accessor,
                part.isAnnotationPresent(Packed.class) ? new PackedCodec(plain) : plain,
                zeroOf(part.getType()));
    }

    @SuppressWarnings("unchecked")
    private static Codec<Object> codecOf(Type type, CodecRegistry registry) {
        return switch (type) {
            case ParameterizedType generic ->
                (Codec<Object>)
                        registry.get((Class<?>) generic.getRawType(), List.of(generic.getActualTypeArguments()));
            case Class<?> plain -> (Codec<Object>) registry.get(boxed(plain));
            default -> throw new CodecConfigurationException("a component of type " + type + " cannot be stored");
        };
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }

    private static @Nullable Object zeroOf(Class<?> type) {
        if (!type.isPrimitive()) {
            return null;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        if (type == double.class) {
            return 0d;
        }
        if (type == int.class) {
            return 0;
        }
        throw new CodecConfigurationException("components of type " + type + " are not stored");
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        writer.writeStartDocument();
        for (Component component : components) {
            Object part = read(component, value);
            if (part != null) {
                writer.writeName(component.field());
                context.encodeWithChildContext(component.codec(), writer, part);
            }
        }
        writer.writeEndDocument();
    }

    private static @Nullable Object read(Component component, Object value) {
        try {
            return component.accessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new CodecConfigurationException("cannot read " + component.field() + " of " + value.getClass(), e);
        }
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        @Nullable Object[] values = components.stream().map(Component::absent).toArray();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            Integer position = positions.get(reader.readName());
            if (position == null) {
                reader.skipValue();
            } else if (reader.getCurrentBsonType() == BsonType.NULL) {
                reader.readNull();
            } else {
                values[position] =
                        context.decodeWithChildContext(components.get(position).codec(), reader);
            }
        }
        reader.readEndDocument();
        return make(values);
    }

    private T make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new CodecConfigurationException("a stored document is no " + type.getSimpleName(), e);
        }
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }
}
