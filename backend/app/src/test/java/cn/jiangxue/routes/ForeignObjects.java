package cn.jiangxue.routes;

import cn.jiangxue.assessment.AssessmentForeignObjects;
import cn.jiangxue.audit.AuditForeignObjects;
import cn.jiangxue.catalog.CatalogForeignObjects;
import cn.jiangxue.credential.CredentialForeignObjects;
import cn.jiangxue.credit.CreditForeignObjects;
import cn.jiangxue.evaluation.EvaluationForeignObjects;
import cn.jiangxue.framework.FrameworkForeignObjects;
import cn.jiangxue.identity.IdentityForeignObjects;
import cn.jiangxue.learning.LearningForeignObjects;
import cn.jiangxue.message.MessageForeignObjects;
import cn.jiangxue.organisation.OrganisationForeignObjects;
import cn.jiangxue.priorlearning.PriorLearningForeignObjects;
import cn.jiangxue.promotion.PromotionForeignObjects;
import cn.jiangxue.recognition.RecognitionForeignObjects;
import cn.jiangxue.reexamination.ReexaminationForeignObjects;
import cn.jiangxue.stating.StatingForeignObjects;
import cn.jiangxue.transfer.ProgrammeForeignObjects;
import cn.jiangxue.transfer.TransferForeignObjects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * THE PLACE TO REGISTER: each feature lists, by route key ({@code GET /api/things/{id}}), how a stranger would try to reach an object that is not theirs. A route that
 * names an object and stands neither here nor in {@link #NOBODYS} fails the build.
 */
final class ForeignObjects {

    /** Routes whose path names nothing that belongs to anybody, with the reason. */
    static final Map<String, String> NOBODYS = Map.ofEntries(
            Map.entry("PUT /api/me/consents/{kind}", "a kind of consent; the person is the caller"),
            Map.entry("GET /api/me/account/entries/{seq}/trace", "a place in the caller's own account"),
            Map.entry("GET /api/me/account/entries/{seq}/proof", "a place in the caller's own account"),
            Map.entry("GET /api/standards/{occupationCode}", "standards are for everybody"),
            Map.entry(
                    "PUT /api/promotion-cases/{id}",
                    "made by the caller; a taken id of somebody else is 404, see PromotionsTest"),
            Map.entry("PUT /api/me/work-records/{id}", "a place in the caller's own record"),
            Map.entry("DELETE /api/me/work-records/{id}", "a place in the caller's own record"),
            Map.entry("GET /api/public/credentials/{id}", "anyone may check a credential"),
            Map.entry("GET /credentials/status/{listId}", "status lists are for everybody"),
            Map.entry(
                    "PUT /api/recognition-cases/{id}",
                    "made by the caller; a taken id of somebody else is 404, see RecognitionFlowTest"),
            Map.entry(
                    "PUT /api/recognition-notices/{id}/objections/{objectionId}",
                    "notices are for everybody; what is not publicised is 404, see RecognitionFlowTest"),
            Map.entry(
                    "PUT /api/prior-learning-claims/{id}",
                    "made by the caller; a taken id of somebody else is 404, see PriorLearningFlowTest"),
            Map.entry(
                    "PUT /api/me/declared-outcomes/{id}",
                    "made by the caller; a taken id of somebody else is 404, see DeclaredOutcomesTest"),
            Map.entry("PUT /api/me/stand-ins/{id}", "named by the caller for the caller"),
            Map.entry(
                    "DELETE /api/me/stand-ins/{id}", "the caller's own; another one's is 404, see RecognitionFlowTest"),
            Map.entry("PUT /api/me/qualifications/{id}", "a place in the caller's own record"),
            Map.entry("DELETE /api/me/qualifications/{id}", "a place in the caller's own record"),
            Map.entry("GET /api/public/logs/{log}/head", "heads are for everybody"),
            Map.entry("GET /api/public/logs/{log}/heads/{size}", "heads are for everybody"),
            Map.entry("GET /api/public/logs/{log}/inclusion", "says nothing without the leaf hash"),
            Map.entry("GET /api/public/logs/{log}/consistency", "proofs between heads are for everybody"),
            Map.entry("GET /api/public/logs/{log}/leaves", "salted hashes are for everybody"),
            Map.entry("GET /api/public/rules/{ruleId}/versions/{version}", "what was sent is for everybody"),
            Map.entry("GET /api/public/programmes/{programmeId}/versions/{version}", "programmes are for everybody"),
            Map.entry("GET /api/public/programmes/{programmeId}/comparison", "programmes are for everybody"),
            Map.entry("PUT /api/public/signed-outcomes/{id}", "the signature says whose it is, see SignedOutcomesTest"),
            Map.entry("GET /api/logs/{log}/records", "one of the two logs; its records ask more, see below"));

    /** Routes that ask more of the holder of the role than the rule can say, with what they ask. */
    static final Map<String, String> ASK_MORE = Map.of(
            "POST /api/catalogue/rebuilds", "an administrator of the national union",
            "GET /api/catalogue/rebuilds/current", "an administrator of the national union",
            "GET /api/logs/{log}/records", "an administrator of the national union");

    private static final List<Map<String, ForeignObject>> FEATURES = List.of(
            OrganisationForeignObjects.ALL,
            IdentityForeignObjects.ALL,
            AuditForeignObjects.ALL,
            CatalogForeignObjects.ALL,
            AssessmentForeignObjects.ALL,
            LearningForeignObjects.ALL,
            FrameworkForeignObjects.ALL,
            TransferForeignObjects.ALL,
            ProgrammeForeignObjects.ALL,
            CreditForeignObjects.ALL,
            RecognitionForeignObjects.ALL,
            PriorLearningForeignObjects.ALL,
            EvaluationForeignObjects.ALL,
            StatingForeignObjects.ALL,
            PromotionForeignObjects.ALL,
            PromotionForeignObjects.BURSTS,
            CredentialForeignObjects.ALL,
            ReexaminationForeignObjects.ALL,
            MessageForeignObjects.ALL);

    private ForeignObjects() {}

    static Map<String, ForeignObject> all() {
        Map<String, ForeignObject> all = new LinkedHashMap<>();
        FEATURES.forEach(all::putAll);
        return all;
    }
}
