package cn.jiangxue.promotion;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.GradeHeld;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.QualificationType;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.platform.SchemaUpgrade;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.promotion.rules.Qualifications;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What is on record of one learner: where they worked and what else they attained, as declared and confirmed, and the grades they hold. */
record CareerDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        List<StoredWork> work,
        List<StoredGrade> grades,
        List<StoredQualification> qualifications,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "careers";
    static final int SCHEMA = 2;
    static final int WORK_LIMIT = 50;
    static final int QUALIFICATION_LIMIT = 20;

    /** Before there were titles, diplomas and appointments. */
    static final SchemaUpgrade WITH_QUALIFICATIONS = new SchemaUpgrade(1, older -> {
        BsonDocument newer = older.clone();
        newer.put("qualifications", new BsonArray());
        newer.put("schema", new BsonInt32(2));
        return newer;
    });

    record StoredWork(
            UUID id,
            String occupationCode,
            String employer,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID confirmedByCase) {

        /** The same stretch, whether confirmed or not. */
        boolean isAs(StoredWork other) {
            return occupationCode.equals(other.occupationCode)
                    && employer.equals(other.employer)
                    && from.equals(other.from)
                    && Objects.equals(to, other.to);
        }

        WorkRecord view() {
            return new WorkRecord(id, occupationCode, employer, from, to, confirmedByCase != null);
        }
    }

    record StoredQualification(
            UUID id,
            String occupationCode,
            QualificationType type,
            String issuer,
            LocalDate since,
            @Nullable UUID confirmedByCase) {

        /** The same thing, whether confirmed or not. */
        boolean isAs(StoredQualification other) {
            return occupationCode.equals(other.occupationCode)
                    && type == other.type
                    && issuer.equals(other.issuer)
                    && since.equals(other.since);
        }

        Qualification view() {
            return new Qualification(
                    id, occupationCode, type, Qualifications.name(type), issuer, since, confirmedByCase != null);
        }

        private StoredQualification confirmedBy(UUID caseId) {
            return new StoredQualification(id, occupationCode, type, issuer, since, caseId);
        }
    }

    /** {@code withdrawnAt}: since when the grade no longer counts, because its credential was revoked. */
    record StoredGrade(
            String occupationCode,
            Grade grade,
            LocalDate since,
            UUID caseId,
            UUID credentialId,
            LocalText issuer,
            @Nullable Instant withdrawnAt) {

        GradeHeld view() {
            return new GradeHeld(occupationCode, grade, since, credentialId, issuer);
        }
    }

    static CareerDocument empty(UUID learnerId) {
        return new CareerDocument(learnerId, SCHEMA, 0, List.of(), List.of(), List.of(), List.of(), null);
    }

    Optional<StoredWork> work(UUID id) {
        return work.stream().filter(record -> record.id().equals(id)).findFirst();
    }

    Optional<StoredQualification> qualification(UUID id) {
        return qualifications.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    List<StoredGrade> gradesInForce() {
        return grades.stream().filter(grade -> grade.withdrawnAt() == null).toList();
    }

    CareerDocument withWork(List<StoredWork> changed) {
        return new CareerDocument(id, schema, revision + 1, changed, grades, qualifications, outbox, outboxAt);
    }

    CareerDocument withQualifications(List<StoredQualification> changed) {
        return new CareerDocument(id, schema, revision + 1, work, grades, changed, outbox, outboxAt);
    }

    /** With the grade on record, and the work and qualifications its case rested on confirmed. */
    CareerDocument withGrade(StoredGrade grade, List<UUID> confirmed) {
        List<StoredWork> known = work.stream()
                .map(record -> confirmed.contains(record.id()) && record.confirmedByCase() == null
                        ? new StoredWork(
                                record.id(),
                                record.occupationCode(),
                                record.employer(),
                                record.from(),
                                record.to(),
                                grade.caseId())
                        : record)
                .toList();
        List<StoredGrade> held =
                Stream.concat(grades.stream(), Stream.of(grade)).toList();
        List<StoredQualification> qualified = qualifications.stream()
                .map(one -> confirmed.contains(one.id()) && one.confirmedByCase() == null
                        ? one.confirmedBy(grade.caseId())
                        : one)
                .toList();
        return new CareerDocument(id, schema, revision + 1, known, held, qualified, outbox, outboxAt);
    }

    CareerDocument withoutGradeOf(UUID caseId, Instant now) {
        List<StoredGrade> held = grades.stream()
                .map(grade -> grade.caseId().equals(caseId) && grade.withdrawnAt() == null
                        ? new StoredGrade(
                                grade.occupationCode(),
                                grade.grade(),
                                grade.since(),
                                grade.caseId(),
                                grade.credentialId(),
                                grade.issuer(),
                                now)
                        : grade)
                .toList();
        return new CareerDocument(id, schema, revision + 1, work, held, qualifications, outbox, outboxAt);
    }

    CareerDocument telling(List<StoredEvent> events, Instant now) {
        return new CareerDocument(
                id, schema, revision, work, grades, qualifications, events, events.isEmpty() ? null : now);
    }
}
