package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.GradeHeld;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.promotion.CareerDocument.StoredGrade;
import cn.jiangxue.promotion.CareerDocument.StoredWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Work as learners declare it and officers confirm it, and the grades on record. */
@Component
public class Careers {

    private static final int EMPLOYER_MOST = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1940, 1, 1);

    private final Documents<CareerDocument> careers;
    private final Standards standards;
    private final Events events;
    private final Outbox outbox;
    private final CivilTime time;

    Careers(DocumentsFactory documents, Standards standards, Events events, Outbox outbox, CivilTime time) {
        this.careers =
                documents.of(CareerDocument.COLLECTION, CareerDocument.class, CareerDocument.WITH_QUALIFICATIONS);
        this.standards = standards;
        this.events = events;
        this.outbox = outbox;
        this.time = time;
    }

    Mono<CareerDocument> of(UUID learnerId) {
        return careers.find(learnerId).defaultIfEmpty(CareerDocument.empty(learnerId));
    }

    Mono<List<WorkRecord>> work(UUID learnerId) {
        return of(learnerId)
                .map(career -> career.work().stream().map(StoredWork::view).toList());
    }

    Mono<List<GradeHeld>> grades(UUID learnerId) {
        return of(learnerId)
                .map(career ->
                        career.gradesInForce().stream().map(StoredGrade::view).toList());
    }

    /** Saves a stretch of work; the same again changes nothing, a confirmed one is fixed. */
    Mono<WorkRecord> save(UUID learnerId, UUID personId, UUID id, WorkRecordEdit edit) {
        check(edit);
        StoredWork wanted =
                new StoredWork(id, edit.occupationCode(), edit.employer().strip(), edit.from(), edit.to(), null);
        return change(learnerId, personId, "work-record.saved", "work-record:" + id, career -> with(career, wanted))
                .map(career -> career.work(id).map(StoredWork::view).orElse(wanted.view()));
    }

    /** Removes a stretch of work; one that is not there is gone already. */
    Mono<Void> remove(UUID learnerId, UUID personId, UUID id) {
        return change(learnerId, personId, "work-record.removed", "work-record:" + id, career -> without(career, id))
                .then();
    }

    /** Puts a decided grade on record and confirms the work and qualifications its case rested on; once per case. */
    Mono<Void> record(GradeDecided decided, List<UUID> confirmed) {
        StoredGrade grade = new StoredGrade(
                decided.occupationCode(),
                decided.grade(),
                decided.decidedOn(),
                decided.caseId(),
                decided.credentialId(),
                decided.institutionName(),
                null);
        return change(
                        decided.learnerId(),
                        decided.officerId(),
                        "grade.recorded",
                        "case:" + decided.caseId(),
                        career -> career.grades().stream()
                                        .anyMatch(held -> held.caseId().equals(decided.caseId()))
                                ? career
                                : career.withGrade(grade, confirmed))
                .then();
    }

    /** Takes a grade off the record because its credential was revoked; once per case. */
    public Mono<Void> withdrawGrade(UUID learnerId, UUID caseId, UUID officerId) {
        return change(
                        learnerId,
                        officerId,
                        "grade.withdrawn",
                        "case:" + caseId,
                        career -> career.gradesInForce().stream()
                                        .anyMatch(held -> held.caseId().equals(caseId))
                                ? career.withoutGradeOf(caseId, time.clock().instant())
                                : career)
                .then();
    }

    private CareerDocument with(CareerDocument career, StoredWork wanted) {
        StoredWork known = career.work(wanted.id()).orElse(null);
        if (known != null && known.isAs(wanted)) {
            return career;
        }
        refuseConfirmed(known);
        List<StoredWork> work = new ArrayList<>(career.work());
        if (known == null) {
            if (work.size() >= CareerDocument.WORK_LIMIT) {
                throw new ProblemException(ProblemCode.WORK_RECORD_LIMIT, CareerDocument.WORK_LIMIT);
            }
            work.add(wanted);
        } else {
            work.set(work.indexOf(known), wanted);
        }
        return career.withWork(List.copyOf(work));
    }

    private static CareerDocument without(CareerDocument career, UUID id) {
        StoredWork known = career.work(id).orElse(null);
        if (known == null) {
            return career;
        }
        refuseConfirmed(known);
        return career.withWork(
                career.work().stream().filter(record -> !record.id().equals(id)).toList());
    }

    private static void refuseConfirmed(@Nullable StoredWork known) {
        if (known != null && known.confirmedByCase() != null) {
            throw new ProblemException(ProblemCode.WORK_RECORD_CONFIRMED);
        }
    }

    /** Reads, changes and writes back under the revision until nobody came between; an unchanged document is not written. */
    Mono<CareerDocument> change(
            UUID learnerId, UUID actor, String action, String subject, UnaryOperator<CareerDocument> change) {
        AuditFact fact = new AuditFact(action, actor, null, subject, Map.of("learner", learnerId.toString()));
        return Tries.of(() -> of(learnerId).flatMap(career -> write(career, change.apply(career), fact)));
    }

    private Mono<CareerDocument> write(CareerDocument read, CareerDocument changed, AuditFact fact) {
        if (changed.equals(read)) {
            return Mono.just(read);
        }
        CareerDocument telling =
                changed.telling(events.append(read.outbox(), fact), time.clock().instant());
        Mono<Boolean> written =
                read.revision() == 0 ? careers.insert(telling) : careers.replace(read.id(), read.revision(), telling);
        return written.filter(Boolean::booleanValue)
                .doOnNext(done -> outbox.wake(CareerDocument.COLLECTION))
                .map(done -> telling);
    }

    private void check(WorkRecordEdit edit) {
        ProblemException wrong = new ProblemException(ProblemCode.INVALID_FIELDS);
        boolean bad = false;
        if (standards.standard(edit.occupationCode()).isEmpty()) {
            wrong.field("occupationCode", new LocalText("请选择职业", "Choose an occupation"));
            bad = true;
        }
        if (edit.employer().isBlank() || edit.employer().length() > EMPLOYER_MOST) {
            wrong.field("employer", new LocalText("请填写工作单位，不超过100字", "Name the employer, at most 100 characters"));
            bad = true;
        }
        LocalDate today = time.today();
        if (edit.from().isBefore(EARLIEST) || edit.from().isAfter(today)) {
            wrong.field("from", new LocalText("开始日期不能晚于今天", "The first day cannot lie in the future"));
            bad = true;
        }
        if (edit.to() != null && (edit.to().isBefore(edit.from()) || edit.to().isAfter(today))) {
            wrong.field("to", new LocalText("结束日期应在开始日期与今天之间", "The last day lies between the first day and today"));
            bad = true;
        }
        if (bad) {
            throw wrong;
        }
    }
}
