package cn.jiangxue.promotion;

import static cn.jiangxue.platform.Refused.invalid;
import static cn.jiangxue.platform.Refused.refuse;

import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.SupervisionApi.ActKind;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.promotion.Dossier.Happened;
import cn.jiangxue.promotion.rules.Examination;
import cn.jiangxue.promotion.rules.Examination.Answer;
import cn.jiangxue.promotion.rules.Examination.Mark;
import cn.jiangxue.promotion.rules.Oversight.PlanToday;
import cn.jiangxue.promotion.rules.Review;
import cn.jiangxue.vocabulary.PartNames;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What assessors do: record marks, and correct their own. Of two at once each is held against the other's mark. */
@Component
class Examinations {

    private final Cases cases;
    private final PlansOfCases plans;
    private final KeptOut keptOut;
    private final CivilTime time;

    Examinations(Cases cases, PlansOfCases plans, KeptOut keptOut, CivilTime time) {
        this.cases = cases;
        this.plans = plans;
        this.keptOut = keptOut;
        this.time = time;
    }

    Mono<CaseDocument> mark(Caller assessor, UUID id, UUID markId, MarkEdit edit) {
        check(edit);
        return Tries.of(() -> cases.examined(assessor, id)
                .flatMap(stored -> keptOut.require(assessor, stored))
                .zipWhen(plans::today)
                .flatMap(both -> mark(both.getT1(), both.getT2().orElse(null), assessor.personId(), markId, edit)));
    }

    private Mono<CaseDocument> mark(
            CaseDocument stored, @Nullable PlanToday plan, UUID assessor, UUID markId, MarkEdit edit) {
        return switch (Examination.mark(stored.sheet(plan), assessor, markId, edit)) {
            case Answer.Accepted ignored -> save(stored, assessor, markId, edit);
            case Answer.Repeated ignored -> Mono.just(stored);
            case Answer.Conflicting ignored -> refuse(ProblemCode.CONFLICTING_REPEAT, markId);
            case Answer.OwnCase ignored -> refuse(ProblemCode.OWN_CASE);
            case Answer.DecidedHere ignored -> refuse(ProblemCode.DECIDED_HERE);
            case Answer.SupervisesHere ignored -> refuse(ProblemCode.SUPERVISES_HERE);
            case Answer.NotInPlan ignored -> refuse(ProblemCode.NOT_IN_PLAN);
            case Answer.PlanNotInForce ignored -> notInForce(stored);
            case Answer.SupervisorAwaited ignored -> refuse(ProblemCode.SUPERVISOR_AWAITED, PartNames.of(edit.part()));
            case Answer.NotInExamination other -> refuse(ProblemCode.NOT_AT_THIS_STEP, CaseViews.name(other.state()));
            case Answer.PartNotAsked ignored ->
                invalid("part", new LocalText("该等级不考这一科", "The grade does not ask for this part"));
            case Answer.OffTheScale scale ->
                invalid(
                        "tenths",
                        new LocalText(
                                "分数为0至100，最多一位小数",
                                "A mark is 0 to 100 with at most one decimal (0 to %d tenths)"
                                        .formatted(scale.most())));
            case Answer.PartPassed ignored -> refuse(ProblemCode.PART_PASSED, PartNames.of(edit.part()));
            case Answer.SittingNotOpen other ->
                refuse(ProblemCode.SITTING_NOT_OPEN, PartNames.of(edit.part()), other.open());
            case Answer.SittingsUsedUp used ->
                refuse(ProblemCode.SITTINGS_USED_UP, PartNames.of(edit.part()), used.most());
            case Answer.MarkedAlready ignored -> refuse(ProblemCode.MARKED_ALREADY);
            case Answer.NotCorrectable ignored -> refuse(ProblemCode.MARK_NOT_CORRECTABLE);
            case Answer.CorrectionsAtLimit limit -> refuse(ProblemCode.CASE_AT_LIMIT, limit.most());
            case Answer.ReasonNeeded needed ->
                invalid(
                        "reason",
                        new LocalText(
                                "请写明更正的理由，%d至%d字".formatted(needed.least(), needed.most()),
                                "Say why, in %d to %d characters".formatted(needed.least(), needed.most())));
        };
    }

    private Mono<CaseDocument> notInForce(CaseDocument stored) {
        return Mono.justOrEmpty(stored.asked().under())
                .flatMap(under -> plans.find(under.planId()))
                .flatMap(plan -> Mono.justOrEmpty(plan.hindrance()))
                .defaultIfEmpty(new LocalText("刚有变动", "changed just now"))
                .flatMap(why -> refuse(ProblemCode.PLAN_NOT_IN_FORCE, why));
    }

    @SuppressWarnings("ConstantValue")
    private static void check(MarkEdit edit) {
        if (edit.part() == null || edit.reason() == null) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field("part", new LocalText("请选择科目", "Choose the part"));
        }
    }

    private Mono<CaseDocument> save(CaseDocument stored, UUID assessor, UUID markId, MarkEdit edit) {
        Mark mark = new Mark(
                markId,
                edit.part(),
                edit.sitting(),
                edit.tenths(),
                assessor,
                time.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                edit.corrects(),
                Examination.reason(edit));
        Dossier marked = stored.dossier()
                .with(mark)
                .with(new Happened(
                        mark.at(), Marks.happened(mark), assessor, mark.reason().isEmpty() ? null : mark.reason()));
        return cases.save(
                stored.next(stored.state(), marked, actBy(stored, marked, time.today()), null),
                new ActTaken(mark.id(), ActKind.MARK, mark.assessor(), stored.institutionId(), stored.id(), mark.at()),
                fact(stored, mark));
    }

    /** The institution's days begin when the last mark that is needed is in, and confirmed where that is asked. */
    static @Nullable LocalDate actBy(CaseDocument stored, Dossier marked, LocalDate today) {
        boolean ended = stored.results(marked).stream()
                .noneMatch(part -> part.state() == PartState.OPEN || part.state() == PartState.UNCONFIRMED);
        return ended ? WorkingDays.PUBLISHED.after(today, Review.INSTITUTION_DAYS) : stored.actBy();
    }

    private static AuditFact fact(CaseDocument stored, Mark mark) {
        Map<String, String> facts = new LinkedHashMap<>(Map.of(
                "mark", mark.id().toString(),
                "part", mark.part().name(),
                "sitting", Integer.toString(mark.sitting()),
                "tenths", Integer.toString(mark.tenths())));
        if (mark.corrects() != null) {
            facts.put("corrects", mark.corrects().toString());
            facts.put("reason", mark.reason());
        }
        return new AuditFact("promotion.marked", mark.assessor(), stored.institutionId(), "case:" + stored.id(), facts);
    }
}
