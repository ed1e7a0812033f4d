package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.frameworks.ExamRequirement;
import cn.jiangxue.promotion.rules.Examination.Mark;
import cn.jiangxue.promotion.rules.Oversight.Confirmation;
import cn.jiangxue.promotion.rules.Review.Made;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that came to an application. {@code eligibility}, {@code work} and {@code qualifications} are as they were when it was last submitted.
 *
 * @param examination the parts to be passed, as the standard asked for them at submission; empty when it is decided without marks
 * @param marks in the order in which they were recorded; none is ever changed
 * @param confirmations of supervisors from outside; empty where an institution examines by itself
 */
record Dossier(
        String statement,
        Eligibility eligibility,
        List<WorkRecord> work,
        List<Qualification> qualifications,
        List<Evidence> evidence,
        List<ExamRequirement> examination,
        List<Mark> marks,
        List<Confirmation> confirmations,
        List<Happened> history,
        List<StoredDecision> decisions) {

    record Happened(
            Instant at,
            LocalText what,
            @Nullable UUID by,
            @Nullable String reason) {}

    record StoredDecision(UUID id, DecisionKind kind, String reason, UUID officerId, Instant at, int revisionAfter) {
        Made made() {
            return new Made(id, kind, reason, officerId, revisionAfter);
        }
    }

    Dossier with(Happened event) {
        return changed(evidence, marks, confirmations, plus(history, event), decisions);
    }

    Dossier with(Evidence file) {
        return changed(plus(evidence, file), marks, confirmations, history, decisions);
    }

    Dossier with(Mark mark) {
        return changed(evidence, plus(marks, mark), confirmations, history, decisions);
    }

    Dossier with(Confirmation confirmation) {
        return changed(evidence, marks, plus(confirmations, confirmation), history, decisions);
    }

    Dossier with(StoredDecision decision) {
        return changed(evidence, marks, confirmations, history, plus(decisions, decision));
    }

    private Dossier changed(
            List<Evidence> evidenceNow,
            List<Mark> marksNow,
            List<Confirmation> confirmed,
            List<Happened> happened,
            List<StoredDecision> decided) {
        return new Dossier(
                statement,
                eligibility,
                work,
                qualifications,
                evidenceNow,
                examination,
                marksNow,
                confirmed,
                happened,
                decided);
    }

    Dossier with(Eligibility now, List<WorkRecord> workNow, List<Qualification> qualifiedNow) {
        return new Dossier(
                statement, now, workNow, qualifiedNow, evidence, examination, marks, confirmations, history, decisions);
    }

    /** What an approval confirms. */
    List<UUID> declared() {
        return Stream.concat(
                        work.stream().map(WorkRecord::id),
                        qualifications.stream().map(Qualification::id))
                .toList();
    }

    Set<UUID> assessors() {
        return marks.stream().map(Mark::assessor).collect(Collectors.toUnmodifiableSet());
    }

    Set<UUID> officers() {
        return decisions.stream().map(StoredDecision::officerId).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> List<T> plus(List<T> list, T next) {
        return Stream.concat(list.stream(), Stream.of(next)).toList();
    }
}
