package cn.jiangxue.identity;

import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** That a value (its keyed hash is the id) belongs to one person. Holds across shards, where a secondary unique index would not. */
record StoredClaim(@BsonId String id, int schema, UUID owner, Instant madeAt) {

    static final String COLLECTION = "identity_claims";
    static final int SCHEMA = 1;
}
