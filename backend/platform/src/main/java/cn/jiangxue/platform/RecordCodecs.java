package cn.jiangxue.platform;

import java.lang.reflect.Type;
import java.util.List;
import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records as documents, package-private ones too (the driver's own record codec reaches public records only), and sealed interfaces of records with the
 * record's simple name in {@code kind}.
 */
public final class RecordCodecs implements CodecProvider {

    @Override
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return get(type, List.of(), registry);
    }

    @Override
    public <T> @Nullable Codec<T> get(Class<T> type, List<Type> typeArguments, CodecRegistry registry) {
        if (type.isRecord()) {
            return new RecordCodec<>(type, registry);
        }
        if (type.isInterface() && type.isSealed()) {
            return new SealedCodec<>(type, registry);
        }
        return null;
    }
}
