package cn.jiangxue.recognition;

import java.time.LocalDate;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** One officer stands in for another at an organisation, from the first to the last day, both inclusive. Ended early, the last day moves. */
record StandInDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID organisationId,
        UUID officerId,
        UUID standInId,
        LocalDate from,
        LocalDate until) {

    static final String COLLECTION = "recognition_stand_ins";
    static final int SCHEMA = 1;

    StandInDocument endedOn(LocalDate lastDay) {
        return new StandInDocument(id, schema, revision + 1, organisationId, officerId, standInId, from, lastDay);
    }
}
