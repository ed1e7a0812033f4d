package cn.jiangxue.platform;

import cn.jiangxue.contract.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/** Puts event records into the form in which documents keep them, and back. */
public final class Events {

    /** How many untold events one document may hold; beyond that its change is refused as BUSY. */
    public static final int MAX_PENDING = 50;

    private final CodecRegistry codecs;
    private final Clock clock;

    public Events(CodecRegistry codecs, Clock clock) {
        this.codecs = codecs;
        this.clock = clock;
    }

    /** The event as stored, with a new id and the present instant. */
    public StoredEvent store(Record event) {
        EventType type = typeOf(event.getClass());
        return new StoredEvent(Uuid7.next(clock), type.value(), type.schema(), clock.instant(), encode(event));
    }

    /**
     * What a document has to tell after a change: what is still pending and the new events, in order.
     *
     * @throws ProblemException BUSY when that would be more than {@link #MAX_PENDING}
     */
    public List<StoredEvent> append(List<StoredEvent> pending, Record... told) {
        if (pending.size() + told.length > MAX_PENDING) {
            throw new ProblemException(ProblemCode.BUSY).retryAfter(Duration.ofSeconds(5));
        }
        return Stream.concat(pending.stream(), Arrays.stream(told).map(this::store))
                .toList();
    }

    /** The event of a stored one. */
    <E extends Record> E read(StoredEvent stored, Class<E> type) {
        return codecs.get(type)
                .decode(
                        new BsonDocumentReader(stored.body()),
                        DecoderContext.builder().build());
    }

    static EventType typeOf(Class<?> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event + " has no @EventType");
        }
        return type;
    }

    @SuppressWarnings("unchecked")
    private <E extends Record> BsonDocument encode(E event) {
        var body = new BsonDocument();
        var codec = codecs.get((Class<E>) event.getClass());
        codec.encode(
                new BsonDocumentWriter(body), event, EncoderContext.builder().build());
        return body;
    }
}
