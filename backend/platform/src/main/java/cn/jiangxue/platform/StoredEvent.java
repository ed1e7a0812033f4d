package cn.jiangxue.platform;

import java.time.Instant;
import java.util.UUID;
import org.bson.BsonDocument;

/** An event inside the document whose change it tells of, until every subscriber has heard it. */
public record StoredEvent(UUID id, String type, int schema, Instant at, BsonDocument body) {}
