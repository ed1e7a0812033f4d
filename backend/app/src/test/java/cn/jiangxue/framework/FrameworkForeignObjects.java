package cn.jiangxue.framework;

import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StandardsApi.AdoptionEdit;
import cn.jiangxue.contract.StandardsApi.CommentEdit;
import cn.jiangxue.contract.StandardsApi.ConsultationEdit;
import cn.jiangxue.contract.StandardsApi.ContentEdit;
import cn.jiangxue.contract.StandardsApi.StandardReason;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Drafts of the national body, tried by officers of other organisations. */
public final class FrameworkForeignObjects {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String REASON = "企业反映四级年限与现场不符。";
    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);
    private static final String VERSION = "/api/standard-versions/{subject}/{version}";

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET " + VERSION,
            site -> Attempt.of(stranger(site), null, draft(site), 1),
            "GET /api/standard-versions/{subject}/comparison",
            site -> new Attempt(stranger(site), null, "?older=1&newer=1", draft(site)),
            "GET " + VERSION + "/comments",
            site -> Attempt.of(stranger(site), null, draft(site), 1),
            "PUT " + VERSION + "/comments/mine",
            site -> Attempt.of(stranger(site), new CommentEdit("好"), draft(site), 1),
            "PUT " + VERSION,
            site -> {
                String subject = draft(site);
                return Attempt.of(stranger(site), new ContentEdit(content(subject), 1), subject, 1);
            },
            "POST " + VERSION + "/consultation",
            site -> Attempt.of(stranger(site), new ConsultationEdit(1, LATER), draft(site), 1),
            "POST " + VERSION + "/adoption",
            site -> Attempt.of(stranger(site), new AdoptionEdit("0".repeat(64), LATER), draft(site), 1),
            "POST " + VERSION + "/redrafting",
            site -> Attempt.of(stranger(site), new StandardReason(REASON), draft(site), 1),
            "POST " + VERSION + "/abandonment",
            site -> Attempt.of(stranger(site), new StandardReason(REASON), draft(site), 1));

    private FrameworkForeignObjects() {}

    private static Site.Client stranger(Site site) {
        return site.person(Role.RECOGNITION_OFFICER, site.organisation(OrganisationKind.INSTITUTION, site.national()))
                .client();
    }

    private static String draft(Site site) {
        String subject = "9-99-99-%02d".formatted(COUNT.incrementAndGet());
        site.administrator()
                .client()
                .put(new ContentEdit(content(subject), 0), VERSION, subject, 1)
                .expectStatus()
                .isOk();
        return subject;
    }

    private static VersionContent content(String subject) {
        return StandardsFixture.sample(StandardsFixture.TURNER, Map.of(StandardsFixture.TURNER, subject));
    }
}
