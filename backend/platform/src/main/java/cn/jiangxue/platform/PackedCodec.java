package cn.jiangxue.platform;

import java.nio.ByteBuffer;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** A value as binary data: a document of one field that holds what the codec of the value writes. */
record PackedCodec(Codec<Object> plain) implements Codec<Object> {

    private static final String FIELD = "v";

    @Override
    public void encode(BsonWriter writer, Object value, EncoderContext context) {
        try (var bytes = new BasicOutputBuffer();
                var packed = new BsonBinaryWriter(bytes)) {
            packed.writeStartDocument();
            packed.writeName(FIELD);
            context.encodeWithChildContext(plain, packed, value);
            packed.writeEndDocument();
            writer.writeBinaryData(new BsonBinary(bytes.toByteArray()));
        }
    }

    @Override
    public Object decode(BsonReader reader, DecoderContext context) {
        if (reader.getCurrentBsonType() != BsonType.BINARY) {
            return context.decodeWithChildContext(plain, reader);
        }
        try (var packed =
                new BsonBinaryReader(ByteBuffer.wrap(reader.readBinaryData().getData()))) {
            packed.readStartDocument();
            packed.readName(FIELD);
            Object value = context.decodeWithChildContext(plain, packed);
            packed.readEndDocument();
            return value;
        }
    }

    @Override
    public Class<Object> getEncoderClass() {
        return Object.class;
    }
}
