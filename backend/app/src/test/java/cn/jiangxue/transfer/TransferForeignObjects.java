package cn.jiangxue.transfer;

import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi.RuleEdit;
import cn.jiangxue.contract.RuleBookApi.RuleReason;
import cn.jiangxue.contract.RuleBookApi.RuleSending;
import cn.jiangxue.contract.RuleBookApi.RuleSigning;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Versions of rules of institutions that are not the caller's. */
public final class TransferForeignObjects {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String REASON = "课程大纲已调整，学时不再相当。";

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET /api/rules/{ruleId}/versions/{version}", site -> Attempt.of(stranger(site), null, draft(site), 1),
            "PUT /api/rules/{ruleId}/versions/{version}",
                    site -> {
                        UUID owner = institution(site);
                        return Attempt.of(
                                stranger(site), new RuleEdit(owner, content(owner), 1), draft(site, owner), 1);
                    },
            "POST /api/rules/{ruleId}/versions/{version}/sending",
                    site -> Attempt.of(stranger(site), new RuleSending(1), draft(site), 1),
            "PUT /api/rules/{ruleId}/versions/{version}/signatures/{institution}",
                    site -> {
                        UUID owner = institution(site);
                        return Attempt.of(
                                stranger(site), new RuleSigning("0".repeat(64)), draft(site, owner), 1, owner);
                    },
            "POST /api/rules/{ruleId}/versions/{version}/refusal",
                    site -> {
                        UUID owner = institution(site);
                        return Attempt.of(stranger(site), new RuleReason(owner, REASON), draft(site, owner), 1);
                    },
            "POST /api/rules/{ruleId}/versions/{version}/withdrawal",
                    site -> {
                        UUID owner = institution(site);
                        return Attempt.of(stranger(site), new RuleReason(owner, REASON), draft(site, owner), 1);
                    });

    private TransferForeignObjects() {}

    private static Site.Client stranger(Site site) {
        return site.person(Role.RECOGNITION_OFFICER, institution(site)).client();
    }

    private static UUID institution(Site site) {
        return site.organisation(OrganisationKind.INSTITUTION, site.national());
    }

    private static String draft(Site site) {
        return draft(site, institution(site));
    }

    private static String draft(Site site, UUID owner) {
        String id = "foreign-%d".formatted(COUNT.incrementAndGet());
        site.person(Role.RECOGNITION_OFFICER, owner)
                .client()
                .put(new RuleEdit(owner, content(owner), 0), "/api/rules/{ruleId}/versions/{version}", id, 1)
                .expectStatus()
                .isOk();
        return id;
    }

    private static RuleContent content(UUID owner) {
        RuleContent like = RuleBookFixture.SAMPLE.rules().getFirst().content();
        return new RuleContent(
                like.name(),
                like.programme(),
                List.of(owner),
                like.effectiveFrom(),
                null,
                like.sources(),
                like.gives(),
                like.asks(),
                like.worth(),
                null,
                like.keeps(),
                like.records(),
                like.review(),
                like.grounds());
    }
}
