package cn.jiangxue.identity;

import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;

/** A person's data key, wrapped by the master key of this version. Without this document nothing of the person can be read any more. */
record StoredPersonKey(@BsonId UUID personId, int schema, int masterVersion, Binary wrapped) {

    static final String COLLECTION = "person_keys";
    static final int SCHEMA = 1;
}
