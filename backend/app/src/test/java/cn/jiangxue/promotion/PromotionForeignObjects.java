package cn.jiangxue.promotion;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi.ConfirmationEdit;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.WholeStory;
import java.util.Map;
import java.util.UUID;

/** Applications that are not the caller's. {@link PromotionsTest} tries the same on applications that exist. */
public final class PromotionForeignObjects {

    private static final EvidenceEdit FILE =
            new EvidenceEdit(new LocalText("证明", "Proof"), UUID.randomUUID(), "a.jpg", "image/jpeg", 1);

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET /api/promotion-cases/{id}", site -> Attempt.of(learner(site), null, decided(site)),
            "PUT /api/promotion-cases/{id}/evidence/{evidenceId}",
                    site -> Attempt.of(learner(site), FILE, decided(site), UUID.randomUUID()),
            "POST /api/promotion-cases/{id}/evidence/{evidenceId}/links",
                    site -> Attempt.of(learner(site), null, decided(site), UUID.randomUUID()),
            "POST /api/promotion-cases/{id}/resubmission", site -> Attempt.of(learner(site), null, decided(site)),
            "POST /api/promotion-cases/{id}/withdrawal", site -> Attempt.of(learner(site), null, decided(site)),
            "PUT /api/promotion-cases/{id}/decisions/{decisionId}",
                    site -> Attempt.of(
                            site.person(Role.RECOGNITION_OFFICER, site.employer())
                                    .client(),
                            new DecisionEdit(DecisionKind.APPROVE, "", 1),
                            decided(site),
                            UUID.randomUUID()),
            "PUT /api/promotion-cases/{id}/confirmations/{confirmationId}",
                    site -> Attempt.of(
                            learner(site),
                            new ConfirmationEdit(ExamPart.THEORY, 1, true, true, ""),
                            decided(site),
                            UUID.randomUUID()),
            "PUT /api/promotion-cases/{id}/marks/{markId}",
                    site -> Attempt.of(
                            site.person(Role.ASSESSOR, site.employer()).client(),
                            new MarkEdit(ExamPart.THEORY, 1, 800, null, ""),
                            decided(site),
                            UUID.randomUUID()));

    /** Of an institution that is not the administrator's; {@link BurstsTest} tries the same on bursts that exist. */
    public static final Map<String, ForeignObject> BURSTS = Map.of(
            "GET /api/bursts/{id}",
            site -> Attempt.of(site.person(Role.ADMINISTRATOR, site.employer()).client(), null, UUID.randomUUID()));

    private PromotionForeignObjects() {}

    private static UUID decided(Site site) {
        return WholeStory.in(site).caseId();
    }

    private static Site.Client learner(Site site) {
        return site.person(Role.LEARNER, site.employer()).client();
    }
}
