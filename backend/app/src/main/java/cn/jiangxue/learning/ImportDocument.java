package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.ImportResult;
import cn.jiangxue.contract.LearningApi.ImportRow;
import cn.jiangxue.contract.LearningApi.RowOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * One bulk enrolment and, once finished, its result. Stored before the first row is looked at, so that the same id never stands for two files.
 *
 * @param fingerprint SHA-256 in hex of everything that was asked
 */
record ImportDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID personId,
        UUID organisationId,
        UUID courseId,
        String fingerprint,
        boolean dryRun,
        boolean finished,
        List<ImportRow> rows,
        Instant startedAt) {

    static final String COLLECTION = "enrolment_imports";
    static final int SCHEMA = 1;

    ImportDocument finished(List<ImportRow> result) {
        return new ImportDocument(
                id,
                schema,
                revision + 1,
                personId,
                organisationId,
                courseId,
                fingerprint,
                dryRun,
                true,
                result,
                startedAt);
    }

    ImportResult view() {
        return new ImportResult(
                id,
                dryRun,
                count(RowOutcome.ENROLLED) + count(RowOutcome.WILL_ENROL),
                count(RowOutcome.ALREADY_ENROLLED),
                count(RowOutcome.REFUSED),
                rows);
    }

    private int count(RowOutcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
