package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PriorLearningApi.AppointmentEdit;
import cn.jiangxue.contract.PriorLearningApi.AssessmentEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimDecisionEdit;
import cn.jiangxue.contract.PriorLearningApi.Method;
import cn.jiangxue.contract.PriorLearningApi.MoreEdit;
import cn.jiangxue.contract.PriorLearningApi.PortfolioFileEdit;
import cn.jiangxue.contract.PriorLearningApi.UnitDecision;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims that are not the caller's, and are not there at all. {@link PriorLearningFlowTest} tries the same on claims that exist. */
public final class PriorLearningForeignObjects {

    private static final String CLAIM = "/api/prior-learning-claims/{id}";
    private static final String WORDS = "材料与申报内容不一致，请核对。";
    private static final PortfolioFileEdit FILE = new PortfolioFileEdit(
            List.of("turn-5-1"),
            new EvidenceEdit(new LocalText("证明", "Proof"), UUID.randomUUID(), "a.jpg", "image/jpeg", 1));
    private static final AssessmentEdit RECORD =
            new AssessmentEdit("turn-5-1", Method.PRACTICAL, LocalDate.of(2026, 1, 5), Set.of(), null, 80, WORDS);

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET " + CLAIM, by(Role.LEARNER, null),
            "PUT " + CLAIM + "/evidence/{evidenceId}", by(Role.LEARNER, FILE),
            "POST " + CLAIM + "/evidence/{evidenceId}/links", by(Role.LEARNER, null),
            "POST " + CLAIM + "/resubmission", by(Role.LEARNER, null),
            "POST " + CLAIM + "/withdrawal", by(Role.LEARNER, null),
            "PUT " + CLAIM + "/appointments/{appointmentId}",
                    by(
                            Role.ASSESSOR,
                            new AppointmentEdit(Method.INTERVIEW, Instant.parse("2100-01-01T01:00:00Z"), "办公室")),
            "PUT " + CLAIM + "/assessments/{assessmentId}", by(Role.ASSESSOR, RECORD),
            "PUT " + CLAIM + "/requests/{requestId}", by(Role.ASSESSOR, new MoreEdit(WORDS, 1)),
            "PUT " + CLAIM + "/decisions/{decisionId}",
                    by(
                            Role.RECOGNITION_OFFICER,
                            new ClaimDecisionEdit(List.of(new UnitDecision("turn-5-1", false, WORDS)), 1)));

    private PriorLearningForeignObjects() {}

    private static ForeignObject by(Role role, @Nullable Object body) {
        return site -> attempt(site, role, body);
    }

    private static Attempt attempt(Site site, Role role, @Nullable Object body) {
        return Attempt.of(site.person(role, site.employer()).client(), body, UUID.randomUUID(), UUID.randomUUID());
    }
}
