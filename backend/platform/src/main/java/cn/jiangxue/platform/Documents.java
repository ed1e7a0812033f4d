package cn.jiangxue.platform;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A collection of one kind of document, kept as a Java record. Every record has {@code @BsonId id} and {@code int schema}; those that are changed under a guard also
 * have {@code long revision}. A duplicate key is a normal answer here, not an error. Components that are null are not written.
 */
public final class Documents<T> {

    private static final int DUPLICATE_KEY = 11000;
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoCollection<BsonDocument> collection;
    private final Codec<T> codec;
    private final Map<Integer, SchemaUpgrade> upgrades;

    Documents(MongoCollection<BsonDocument> collection, Class<T> type, List<SchemaUpgrade> upgrades) {
        this.collection = collection;
        this.codec = collection.getCodecRegistry().get(type);
        this.upgrades = upgrades.stream().collect(Collectors.toMap(SchemaUpgrade::from, Function.identity()));
    }

    /** The document with this id, or empty. */
    public Mono<T> find(Object id) {
        return first(Filters.eq("_id", id));
    }

    /** One that matches, or empty. */
    public Mono<T> first(Bson filter) {
        return Mono.from(collection.find(filter).limit(1)).map(this::read);
    }

    /** At most {@code limit} that match, in order. */
    public Flux<T> list(Bson filter, @Nullable Bson sort, int limit) {
        var found = collection.find(filter).limit(limit);
        return Flux.from(sort == null ? found : found.sort(sort)).map(this::read);
    }

    /** True when stored, false when a unique key was taken already. */
    public Mono<Boolean> insert(T document) {
        return Mono.from(collection.insertOne(write(document)))
                .map(result -> true)
                .onErrorResume(Documents::isDuplicateKey, e -> Mono.just(false));
    }

    /** Adds what is not there yet; what stands under the same unique key stays as it is. Durable when it completes. */
    public Mono<Void> insertMissing(List<T> documents) {
        return documents.isEmpty()
                ? Mono.empty()
                : Mono.from(collection.insertMany(
                                documents.stream().map(this::write).toList(), UNORDERED))
                        .then()
                        .onErrorResume(Documents::isDuplicateKey, there -> Mono.empty());
    }

    /** Replaces the document if it still has the expected revision; false when it moved on or does not exist. */
    public Mono<Boolean> replace(Object id, long expectedRevision, T document) {
        Bson guard = Filters.and(Filters.eq("_id", id), Filters.eq("revision", expectedRevision));
        return replaceIf(guard, document);
    }

    /** Replaces the document the guard matches; false when none does. */
    public Mono<Boolean> replaceIf(Bson guard, T document) {
        return Mono.from(collection.replaceOne(guard, write(document)))
                .map(result -> result.getMatchedCount() == 1)
                .onErrorResume(Documents::isDuplicateKey, e -> Mono.just(false));
    }

    /** Changes at most one document; the number matched, 0 or 1. */
    public Mono<Long> update(Bson filter, Bson update) {
        return Mono.from(collection.updateOne(filter, update)).map(UpdateResult::getMatchedCount);
    }

    /** Changes one document and answers it as it then is; empty when none matched. */
    public Mono<T> findAndUpdate(Bson filter, Bson update) {
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(collection.findOneAndUpdate(filter, update, after)).map(this::read);
    }

    /** Removes at most one; the number removed. */
    public Mono<Long> delete(Bson filter) {
        return Mono.from(collection.deleteOne(filter)).map(result -> result.getDeletedCount());
    }

    /** Makes sure the index is there. */
    public Mono<Void> ensureIndex(Bson keys, IndexOptions options) {
        return Mono.from(collection.createIndex(keys, options)).then();
    }

    /** The driver's collection, for bulk writes and aggregations; use {@link #read} and {@link #write} with it. */
    public MongoCollection<BsonDocument> raw() {
        return collection;
    }

    /** A stored document as the record of today, upgraded on the way. */
    public T read(BsonDocument stored) {
        return codec.decode(
                new BsonDocumentReader(upgraded(stored)),
                DecoderContext.builder().build());
    }

    /** The record as it is stored. */
    public BsonDocument write(T document) {
        var stored = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(stored),
                document,
                EncoderContext.builder().build());
        return stored;
    }

    private BsonDocument upgraded(BsonDocument stored) {
        BsonDocument current = stored;
        int schema = current.getInt32("schema", new BsonInt32(1)).getValue();
        for (var step = upgrades.get(schema); step != null; step = upgrades.get(++schema)) {
            current = step.step().apply(current);
        }
        return current;
    }

    /** Whether the store refused because a unique key is taken. */
    public static boolean isDuplicateKey(Throwable failure) {
        return switch (failure) {
            case MongoWriteException e -> e.getError().getCode() == DUPLICATE_KEY;
            case MongoCommandException e -> e.getErrorCode() == DUPLICATE_KEY;
            // What was written beside a taken key counts only when it is durable.
            case MongoBulkWriteException e ->
                e.getWriteConcernError() == null
                        && !e.getWriteErrors().isEmpty()
                        && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            default -> false;
        };
    }
}
