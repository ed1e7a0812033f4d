package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.QualificationEdit;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.promotion.CareerDocument.StoredQualification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Titles, diplomas and appointments as learners declare them; an approved application confirms those it rested on. */
@Component
class DeclaredQualifications {

    private static final int ISSUER_MOST = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1940, 1, 1);

    private final Careers careers;
    private final Standards standards;
    private final CivilTime time;

    DeclaredQualifications(Careers careers, Standards standards, CivilTime time) {
        this.careers = careers;
        this.standards = standards;
        this.time = time;
    }

    Mono<List<Qualification>> of(UUID learnerId) {
        return careers.of(learnerId)
                .map(career -> career.qualifications().stream()
                        .map(StoredQualification::view)
                        .toList());
    }

    /** Saves one; the same again changes nothing, a confirmed one is fixed. */
    Mono<Qualification> save(UUID learnerId, UUID personId, UUID id, QualificationEdit edit) {
        check(edit);
        StoredQualification wanted = new StoredQualification(
                id, edit.occupationCode(), edit.type(), edit.issuer().strip(), edit.since(), null);
        return careers.change(
                        learnerId,
                        personId,
                        "qualification.saved",
                        "qualification:" + id,
                        career -> with(career, wanted))
                .map(career -> career.qualification(id).orElse(wanted).view());
    }

    /** Removes one; what is not there is gone already. */
    Mono<Void> remove(UUID learnerId, UUID personId, UUID id) {
        return careers.change(
                        learnerId,
                        personId,
                        "qualification.removed",
                        "qualification:" + id,
                        career -> without(career, id))
                .then();
    }

    private static CareerDocument with(CareerDocument career, StoredQualification wanted) {
        StoredQualification known = career.qualification(wanted.id()).orElse(null);
        if (known != null && known.isAs(wanted)) {
            return career;
        }
        refuseConfirmed(known);
        List<StoredQualification> all = new ArrayList<>(career.qualifications());
        if (known != null) {
            all.set(all.indexOf(known), wanted);
        } else if (all.size() < CareerDocument.QUALIFICATION_LIMIT) {
            all.add(wanted);
        } else {
            throw new ProblemException(ProblemCode.QUALIFICATION_LIMIT, CareerDocument.QUALIFICATION_LIMIT);
        }
        return career.withQualifications(List.copyOf(all));
    }

    private static CareerDocument without(CareerDocument career, UUID id) {
        StoredQualification known = career.qualification(id).orElse(null);
        if (known == null) {
            return career;
        }
        refuseConfirmed(known);
        return career.withQualifications(career.qualifications().stream()
                .filter(one -> !one.id().equals(id))
                .toList());
    }

    private static void refuseConfirmed(@Nullable StoredQualification known) {
        if (known != null && known.confirmedByCase() != null) {
            throw new ProblemException(ProblemCode.QUALIFICATION_CONFIRMED);
        }
    }

    private void check(QualificationEdit edit) {
        ProblemException wrong = new ProblemException(ProblemCode.INVALID_FIELDS);
        if (standards.standard(edit.occupationCode()).isEmpty()) {
            wrong.field("occupationCode", new LocalText("请选择职业", "Choose an occupation"));
        }
        if (edit.issuer().isBlank() || edit.issuer().length() > ISSUER_MOST) {
            wrong.field("issuer", new LocalText("请填写颁发单位，不超过100字", "Name who gave it, at most 100 characters"));
        }
        if (edit.since().isBefore(EARLIEST) || edit.since().isAfter(time.today())) {
            wrong.field("since", new LocalText("取得日期不能晚于今天", "The date cannot lie in the future"));
        }
        if (!wrong.fields().isEmpty()) {
            throw wrong;
        }
    }
}
