package cn.jiangxue.credit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** Ids of entries that may be about to be added, kept until the leaves of those that were are with the log: whoever dies in between, somebody finds them. */
record Announcement(@BsonId UUID id, int schema, Instant at, List<UUID> entries) {

    static final int SCHEMA = 1;

    static Announcement of(List<UUID> entries, Instant now) {
        return new Announcement(UUID.randomUUID(), SCHEMA, now, entries);
    }
}
