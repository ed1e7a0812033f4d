package cn.jiangxue.platform;

import com.mongodb.client.model.IndexOptions;
import org.bson.conversions.Bson;

/** An index a feature relies on, declared as a bean. It exists before the service says that it is ready. */
public record CollectionIndex(String collection, Bson keys, IndexOptions options) {

    public CollectionIndex(String collection, Bson keys) {
        this(collection, keys, new IndexOptions());
    }

    /** One that lets a value stand in one document only. Documents without the field are left out. */
    public static CollectionIndex unique(String collection, Bson keys) {
        return new CollectionIndex(
                collection, keys, new IndexOptions().unique(true).sparse(true));
    }
}
