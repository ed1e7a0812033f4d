package cn.jiangxue.platform;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.BsonDocument;

/** Opens typed collections of the service's database. */
public final class DocumentsFactory {

    private final MongoDatabase database;

    public DocumentsFactory(MongoDatabase database) {
        this.database = database;
    }

    /** The collection of records of this type, with the upgrades that lift older stored documents. */
    public <T> Documents<T> of(String collection, Class<T> type, SchemaUpgrade... upgrades) {
        return new Documents<>(database.getCollection(collection, BsonDocument.class), type, List.of(upgrades));
    }
}
