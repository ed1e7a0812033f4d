package cn.jiangxue.reexamination;

import cn.jiangxue.promotion.GradeDecided;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * One approved grade in the draw of its quarter, drawn or not.
 *
 * @param id the credential's: a grade is drawn once, however often it is told of
 * @param queueKey decision instant and id in one word, the order of the list
 */
record DrawDocument(
        @BsonId UUID id,
        int schema,
        UUID institutionId,
        String period,
        Instant decidedAt,
        int ticket,
        boolean drawn,
        String queueKey) {

    static final String COLLECTION = "reexamination_draws";
    static final int SCHEMA = 1;

    static DrawDocument of(GradeDecided grade, String period, int ticket, boolean drawn) {
        return new DrawDocument(
                grade.credentialId(),
                SCHEMA,
                grade.institutionId(),
                period,
                grade.decidedAt(),
                ticket,
                drawn,
                "%013d/%s".formatted(grade.decidedAt().toEpochMilli(), grade.credentialId()));
    }
}
