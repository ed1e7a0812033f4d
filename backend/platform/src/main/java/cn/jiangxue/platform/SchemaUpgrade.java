package cn.jiangxue.platform;

import java.util.function.UnaryOperator;
import org.bson.BsonDocument;

/** Lifts a stored document from schema {@code from} to the next one. Pure; applied on every read of an older document. */
public record SchemaUpgrade(int from, UnaryOperator<BsonDocument> step) {}
