package cn.jiangxue.transfer;

import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePublication;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeReason;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeStep;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Drafts of programmes of institutions that are not the caller's. */
public final class ProgrammeForeignObjects {

    private static final String ONE = "/api/programme-drafts/{programmeId}/{version}";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String REASON = "总学分与人才培养方案不一致。";

    /** Well after any day to which a test moves the clock. */
    private static final LocalDate FROM = LocalDate.of(2040, 9, 1);

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET " + ONE, site -> Attempt.of(stranger(site), null, draft(site), 1),
            "GET " + ONE + "/comparison",
                    site -> new Attempt(stranger(site), null, "?older=1", published(site, institution(site)), 1),
            "PUT " + ONE,
                    site -> {
                        UUID owner = institution(site);
                        return Attempt.of(stranger(site), new ProgrammeEdit(content(owner), 1), draft(site, owner), 1);
                    },
            "POST " + ONE + "/submission", site -> Attempt.of(stranger(site), new ProgrammeStep(1), draft(site), 1),
            "POST " + ONE + "/return", site -> Attempt.of(stranger(site), new ProgrammeReason(REASON), draft(site), 1),
            "POST " + ONE + "/publication",
                    site -> Attempt.of(stranger(site), new ProgrammePublication("0".repeat(64), FROM), draft(site), 1),
            "POST " + ONE + "/abandonment", site -> Attempt.of(stranger(site), new ProgrammeStep(1), draft(site), 1));

    private ProgrammeForeignObjects() {}

    private static Client stranger(Site site) {
        return officer(site, institution(site));
    }

    private static Client officer(Site site, UUID institution) {
        return site.person(Role.RECOGNITION_OFFICER, institution).client();
    }

    public static UUID institution(Site site) {
        return site.organisation(OrganisationKind.INSTITUTION, site.national());
    }

    private static String draft(Site site) {
        return draft(site, institution(site));
    }

    /** The id of a programme whose first version is a draft of that institution. */
    public static String draft(Site site, UUID owner) {
        String id = "foreign-programme-%d".formatted(COUNT.incrementAndGet());
        officer(site, owner)
                .put(new ProgrammeEdit(content(owner), 0), ONE, id, 1)
                .expectStatus()
                .isOk();
        return id;
    }

    /** The id of a programme whose first version that institution published. */
    public static String published(Site site, UUID owner) {
        String id = draft(site, owner);
        Client reader = officer(site, owner);
        ProgrammeDraft submitted = reader.post(new ProgrammeStep(1), ONE + "/submission", id, 1)
                .expectStatus()
                .isOk()
                .expectBody(ProgrammeDraft.class)
                .returnResult()
                .getResponseBody();
        reader.post(new ProgrammePublication(submitted.hash(), FROM), ONE + "/publication", id, 1)
                .expectStatus()
                .isOk();
        return id;
    }

    private static ProgrammeContent content(UUID owner) {
        ProgrammeContent like = RuleBookFixture.SAMPLE.programmes().getFirst().content();
        return new ProgrammeContent(
                like.name(),
                owner,
                like.level(),
                like.totalMilli(),
                FROM,
                null,
                like.categories(),
                like.targets(),
                like.caps(),
                like.floors(),
                like.highestOnly(),
                like.neverExemptible(),
                like.neverExemptibleGrounds(),
                like.years(),
                like.terms(),
                like.grounds());
    }
}
