package cn.jiangxue.platform;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecRegistry;

/** A sealed interface whose cases are records, or sealed interfaces of records: the record's document with its simple name in {@code kind}. */
final class SealedCodec<T> implements Codec<T> {

    private static final String KIND = "kind";
    private static final BsonDocumentCodec PLAIN = new BsonDocumentCodec();

    private final Class<T> type;
    private final Map<String, Class<?>> cases;
    private final CodecRegistry registry;

    SealedCodec(Class<T> type, CodecRegistry registry) {
        this.type = type;
        this.registry = registry;
        this.cases = cases(type).collect(Collectors.toMap(Class::getSimpleName, one -> one));
    }

    /** A sealed interface among the cases stands for its own. */
    private static Stream<Class<?>> cases(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(one -> one.isInterface() && one.isSealed() ? cases(one) : Stream.of(one));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        var document = new BsonDocument(KIND, new BsonString(value.getClass().getSimpleName()));
        var parts = new BsonDocument();
        var codec = (Codec<T>) registry.get(value.getClass());
        codec.encode(
                new BsonDocumentWriter(parts), value, EncoderContext.builder().build());
        document.putAll(parts);
        PLAIN.encode(writer, document, context);
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        BsonDocument document = PLAIN.decode(reader, context);
        Class<?> one = cases.get(document.getString(KIND).getValue());
        if (one == null) {
            throw new CodecConfigurationException("an unknown kind of " + type.getSimpleName() + " is stored");
        }
        return type.cast(registry.get(one)
                .decode(
                        new BsonDocumentReader(document),
                        DecoderContext.builder().build()));
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }
}
