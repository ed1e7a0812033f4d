package cn.jiangxue.learning;

import cn.jiangxue.platform.SchemaUpgrade;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/** Lifts desks stored by earlier releases. */
final class DeskUpgrades {

    /** Until then each beat was an event in an {@code outbox}; its segments are what there still is to tell. */
    static final SchemaUpgrade FROM_EVENTS = new SchemaUpgrade(1, DeskUpgrades::fromEvents);

    /** Until then each beat was a segment of its own; what is untold may have been told. */
    static final SchemaUpgrade FROM_SINGLE_BEATS = new SchemaUpgrade(2, DeskUpgrades::fromSingleBeats);

    private DeskUpgrades() {}

    private static BsonDocument fromSingleBeats(BsonDocument desk) {
        BsonDocument lifted = desk.clone();
        lifted.getArray("untold", new BsonArray())
                .forEach(lesson -> lesson.asDocument()
                        .getArray("segments")
                        .forEach(segment -> segment.asDocument()
                                .append("since", segment.asDocument().get("at"))));
        return lifted.append("sealed", BsonBoolean.TRUE).append("schema", new BsonInt32(3));
    }

    private static BsonDocument fromEvents(BsonDocument desk) {
        List<BsonDocument> untold = desk.getArray("outbox", new BsonArray()).stream()
                .map(event -> lesson(event.asDocument().getDocument("body")))
                .toList();
        BsonDocument lifted = desk.clone();
        lifted.remove("outbox");
        return lifted.append("untold", new BsonArray(untold)).append("schema", new BsonInt32(2));
    }

    private static BsonDocument lesson(BsonDocument counted) {
        BsonValue at = counted.get("at");
        List<BsonDocument> segments = counted.getArray("segments").stream()
                .map(segment -> segment.asDocument().clone().append("at", at))
                .toList();
        return new BsonDocument("enrolmentId", counted.get("enrolmentId"))
                .append("lessonId", counted.get("lessonId"))
                .append("learnerId", counted.get("learnerId"))
                .append("segments", new BsonArray(segments));
    }
}
