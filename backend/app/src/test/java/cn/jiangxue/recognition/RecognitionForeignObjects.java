package cn.jiangxue.recognition;

import cn.jiangxue.contract.DeclaredOutcomeApi.Means;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.RecognitionApi.AppealRulingEdit;
import cn.jiangxue.contract.RecognitionApi.EvidenceFindingEdit;
import cn.jiangxue.contract.RecognitionApi.GrantEdit;
import cn.jiangxue.contract.RecognitionApi.SupplementEdit;
import cn.jiangxue.contract.RecognitionApi.TextEdit;
import cn.jiangxue.contract.RecognitionApi.VoteEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases that are not the caller's, and are not there at all. {@link RecognitionFlowTest} tries the same on cases that exist. */
public final class RecognitionForeignObjects {

    private static final String CASE = "/api/recognition-cases/{id}";
    private static final String DECLARED = "/api/me/declared-outcomes/{id}";
    private static final String REASON = "材料与申报内容不一致，请核对。";
    private static final TextEdit TEXT = new TextEdit(REASON);
    private static final EvidenceEdit FILE =
            new EvidenceEdit(new LocalText("证明", "Proof"), UUID.randomUUID(), "a.jpg", "image/jpeg", 1);

    public static final Map<String, ForeignObject> ALL = Map.ofEntries(
            Map.entry("GET " + CASE, learner(null)),
            Map.entry("PUT " + CASE + "/evidence/{evidenceId}", learner(FILE)),
            Map.entry("POST " + CASE + "/evidence/{evidenceId}/links", learner(null)),
            Map.entry("PUT " + CASE + "/answers/{answerId}", learner(TEXT)),
            Map.entry("POST " + CASE + "/withdrawal", learner(null)),
            Map.entry("PUT " + CASE + "/appeals/{appealId}", learner(TEXT)),
            Map.entry("DELETE " + DECLARED, learner(null)),
            Map.entry("POST " + DECLARED + "/evidence/{evidenceId}/links", learner(null)),
            Map.entry(
                    "PUT " + CASE + "/declared/{outcomeId}/findings/{findingId}",
                    site -> Attempt.of(
                            site.person(Role.RECOGNITION_OFFICER, site.employer())
                                    .client(),
                            new EvidenceFindingEdit(true, Means.ORIGINAL_SEEN, REASON),
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            UUID.randomUUID())),
            Map.entry("PUT " + CASE + "/handler", officer(null)),
            Map.entry("PUT " + CASE + "/votes/{voteId}", officer(new VoteEdit(UUID.randomUUID(), true, REASON))),
            Map.entry("PUT " + CASE + "/supplements/{supplementId}", officer(new SupplementEdit(REASON, 5))),
            Map.entry("PUT " + CASE + "/objections/{objectionId}/reply", officer(TEXT)),
            Map.entry("PUT " + CASE + "/decisions/{decisionId}", officer(new GrantEdit(true, REASON, 1))),
            Map.entry("PUT " + CASE + "/appeal-rulings/{rulingId}", officer(new AppealRulingEdit(true, REASON, 1))));

    private RecognitionForeignObjects() {}

    private static ForeignObject learner(@Nullable Object body) {
        return site -> attempt(site, Role.LEARNER, body);
    }

    private static ForeignObject officer(@Nullable Object body) {
        return site -> attempt(site, Role.RECOGNITION_OFFICER, body);
    }

    private static Attempt attempt(Site site, Role role, @Nullable Object body) {
        return Attempt.of(site.person(role, site.employer()).client(), body, UUID.randomUUID(), UUID.randomUUID());
    }
}
