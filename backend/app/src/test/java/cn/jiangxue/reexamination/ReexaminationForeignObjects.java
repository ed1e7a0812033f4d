package cn.jiangxue.reexamination;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.ReexaminationApi.FindingEdit;
import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.RulingEdit;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.contract.ReexaminationApi.StatementEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.reexamination.rules.Quarter;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.WholeStory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The re-examination of somebody else's grade, at an institution that is not the caller's. {@link ReexaminationFlowTest} tries more of it. */
public final class ReexaminationForeignObjects {

    private static final String ONE = "/api/reexaminations/{id}";
    private static final String PERIOD = "/api/reexamination-periods/{period}";
    private static final String WORDS = "评分表缺少第二位考评员签字。";
    private static final EvidenceEdit FILE =
            new EvidenceEdit(new LocalText("照片", "Photo"), UUID.randomUUID(), "a.jpg", "image/jpeg", 1);

    public static final Map<String, ForeignObject> ALL = Map.ofEntries(
            Map.entry("GET " + ONE, by(Role.LEARNER, null)),
            Map.entry("POST " + ONE + "/review", by(Role.ASSESSOR, null)),
            Map.entry("PUT " + ONE + "/evidence/{evidenceId}", by(Role.ASSESSOR, FILE)),
            Map.entry("POST " + ONE + "/evidence/{evidenceId}/links", by(Role.LEARNER, null)),
            Map.entry(
                    "PUT " + ONE + "/findings/{findingId}",
                    by(Role.ASSESSOR, new FindingEdit(FindingKind.DOUBTFUL, WORDS))),
            Map.entry("PUT " + ONE + "/statement", by(Role.LEARNER, new StatementEdit(WORDS))),
            Map.entry(
                    "PUT " + ONE + "/rulings/{rulingId}",
                    by(Role.RECOGNITION_OFFICER, new RulingEdit(RulingKind.CONFIRM, WORDS, 1))),
            Map.entry("GET " + PERIOD, ReexaminationForeignObjects::period),
            Map.entry("GET " + PERIOD + "/draws", ReexaminationForeignObjects::period),
            Map.entry("GET " + PERIOD + "/reexaminations", ReexaminationForeignObjects::period));

    private ReexaminationForeignObjects() {}

    private static ForeignObject by(Role role, @Nullable Object body) {
        return site -> Attempt.of(
                site.person(role, site.employer()).client(),
                body,
                ReexaminationDocument.id(WholeStory.in(site).credentialId()),
                UUID.randomUUID());
    }

    private static Attempt period(Site site) {
        return new Attempt(
                site.person(Role.ADMINISTRATOR, site.employer()).client(),
                null,
                "?institution=" + WholeStory.in(site).institutionId(),
                Quarter.of(LocalDate.now(ZoneId.of("Asia/Shanghai"))).id());
    }
}
