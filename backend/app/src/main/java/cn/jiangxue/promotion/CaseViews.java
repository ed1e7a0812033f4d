package cn.jiangxue.promotion;

import cn.jiangxue.contract.EvaluationApi.PlanUsed;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.PromotionApi.Decision;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.promotion.CaseDocument.Under;
import cn.jiangxue.promotion.Dossier.Happened;
import cn.jiangxue.promotion.Dossier.StoredDecision;
import cn.jiangxue.vocabulary.Escalated;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applications as they travel; people are named when they are shown, never kept by name. */
final class CaseViews {

    private static final String UNKNOWN = "—";

    private CaseViews() {}

    /** Everybody a view of the case names. */
    static Set<UUID> people(CaseDocument stored) {
        Set<UUID> people = new HashSet<>(Set.of(stored.personId()));
        stored.dossier().decisions().forEach(decision -> people.add(decision.officerId()));
        people.addAll(stored.dossier().assessors());
        people.addAll(stored.oversight().supervisors());
        stored.dossier().history().stream().map(Happened::by).forEach(by -> {
            if (by != null) {
                people.add(by);
            }
        });
        return people;
    }

    /** {@code now}: eligibility as worked out today, null for a closed case. {@code possible}: what the reader may decide. */
    static Case view(
            CaseDocument stored, List<DecisionKind> possible, Map<UUID, String> names, @Nullable Eligibility now) {
        return new Case(
                stored.id(),
                stored.learnerId(),
                names.getOrDefault(stored.personId(), UNKNOWN),
                stored.state(),
                (int) stored.revision(),
                stored.asked().occupationCode(),
                stored.asked().occupation(),
                stored.asked().grade(),
                stored.asked().gradeName(),
                stored.asked().path(),
                plan(stored.asked().under()),
                stored.institutionId(),
                stored.institutionName(),
                stored.dossier().eligibility(),
                now,
                Marks.view(stored, names),
                stored.dossier().work(),
                stored.dossier().qualifications(),
                stored.dossier().evidence(),
                stored.dossier().history().stream()
                        .map(event -> event(event, names))
                        .toList(),
                decision(stored.lastDecision(), names),
                possible,
                stored.credentialId(),
                actOn(stored),
                stored.actBy(),
                stored.submittedAt());
    }

    private static @Nullable PlanUsed plan(@Nullable Under under) {
        return under == null
                ? null
                : new PlanUsed(under.planId(), under.version(), under.employerId(), under.employerName());
    }

    static CaseSummary summary(CaseDocument stored, Map<UUID, String> names) {
        return new CaseSummary(
                stored.id(),
                names.getOrDefault(stored.personId(), UNKNOWN),
                stored.state(),
                stored.asked().occupation(),
                stored.asked().grade(),
                stored.asked().gradeName(),
                stored.institutionName(),
                stored.submittedAt(),
                stored.actBy(),
                Escalated.on(stored.escalated()),
                actOn(stored),
                stored.dossier().evidence().size());
    }

    private static CaseEvent event(Happened event, Map<UUID, String> names) {
        UUID by = event.by();
        return new CaseEvent(
                event.at(), event.what(), by == null ? null : names.getOrDefault(by, UNKNOWN), event.reason());
    }

    private static @Nullable Decision decision(@Nullable StoredDecision made, Map<UUID, String> names) {
        return made == null
                ? null
                : new Decision(
                        made.id(),
                        made.kind(),
                        made.reason(),
                        made.officerId(),
                        names.getOrDefault(made.officerId(), UNKNOWN),
                        made.at());
    }

    /** Who must act next. */
    private static @Nullable LocalText actOn(CaseDocument stored) {
        return switch (stored.state()) {
            case SUBMITTED -> new LocalText("等待认定机构审核", "The institution has to decide");
            case MORE_ASKED -> new LocalText("等待申请人补充材料", "The applicant has to answer");
            case IN_EXAMINATION -> Marks.actOn(stored.results());
            case AWAITING_SECOND ->
                new LocalText("已提请破格晋升，等待另一位认定专员决定", "Proposed; another officer of the institution has to decide");
            case APPROVED, REFUSED, WITHDRAWN -> null;
        };
    }

    static LocalText name(CaseState state) {
        return switch (state) {
            case SUBMITTED -> new LocalText("待审核", "submitted");
            case MORE_ASKED -> new LocalText("待补充材料", "more was asked for");
            case IN_EXAMINATION -> new LocalText("考核中", "under examination");
            case AWAITING_SECOND -> new LocalText("待第二人决定", "awaiting a second officer");
            case APPROVED -> new LocalText("已批准", "approved");
            case REFUSED -> new LocalText("未通过", "refused");
            case WITHDRAWN -> new LocalText("已撤回", "withdrawn");
        };
    }

    static LocalText name(DecisionKind kind) {
        return switch (kind) {
            case ADMIT -> new LocalText("准予参加考核", "admitted to the examination");
            case PROPOSE -> new LocalText("提请破格晋升", "proposed for exceptional promotion");
            case APPROVE -> new LocalText("批准", "approved");
            case ASK_FOR_MORE -> new LocalText("要求补充材料", "more asked for");
            case REFUSE -> new LocalText("不予通过", "refused");
        };
    }
}
