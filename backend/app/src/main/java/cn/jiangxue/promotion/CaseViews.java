package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.PromotionApi.Decision;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.promotion.CaseDocument.Happened;
import cn.jiangxue.promotion.CaseDocument.StoredDecision;
import java.util.HashSet;
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
        stored.dossier().history().stream().map(Happened::by).forEach(by -> {
            if (by != null) {
                people.add(by);
            }
        });
        return people;
    }

    /** {@code now}: eligibility as worked out today, null for a closed case. */
    static Case view(CaseDocument stored, Map<UUID, String> names, @Nullable Eligibility now) {
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
                stored.institutionId(),
                stored.institutionName(),
                stored.dossier().eligibility(),
                now,
                stored.dossier().work(),
                stored.dossier().qualifications(),
                stored.dossier().evidence(),
                stored.dossier().history().stream()
                        .map(event -> event(event, names))
                        .toList(),
                decision(stored.lastDecision(), names),
                stored.credentialId(),
                actOn(stored.state()),
                stored.actBy(),
                stored.submittedAt());
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

    static @Nullable LocalText actOn(CaseState state) {
        return switch (state) {
            case SUBMITTED -> new LocalText("等待认定机构审核", "The institution has to decide");
            case MORE_ASKED -> new LocalText("等待申请人补充材料", "The applicant has to answer");
            case APPROVED, REFUSED, WITHDRAWN -> null;
        };
    }

    static LocalText name(CaseState state) {
        return switch (state) {
            case SUBMITTED -> new LocalText("待审核", "submitted");
            case MORE_ASKED -> new LocalText("待补充材料", "more was asked for");
            case APPROVED -> new LocalText("已批准", "approved");
            case REFUSED -> new LocalText("未通过", "refused");
            case WITHDRAWN -> new LocalText("已撤回", "withdrawn");
        };
    }

    static LocalText name(DecisionKind kind) {
        return switch (kind) {
            case APPROVE -> new LocalText("批准", "approved");
            case ASK_FOR_MORE -> new LocalText("要求补充材料", "more asked for");
            case REFUSE -> new LocalText("不予通过", "refused");
        };
    }
}
