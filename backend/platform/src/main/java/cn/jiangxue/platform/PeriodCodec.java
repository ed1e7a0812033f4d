package cn.jiangxue.platform;

import java.time.Period;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A period of years, months and days in the form of ISO 8601. */
final class PeriodCodec implements Codec<Period> {

    @Override
    public void encode(BsonWriter writer, Period value, EncoderContext context) {
        writer.writeString(value.toString());
    }

    @Override
    public Period decode(BsonReader reader, DecoderContext context) {
        return Period.parse(reader.readString());
    }

    @Override
    public Class<Period> getEncoderClass() {
        return Period.class;
    }
}
