package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.ApprovalEdit;
import cn.jiangxue.contract.CreditApi.CorrectionEdit;
import cn.jiangxue.contract.CreditApi.SpendEdit;
import cn.jiangxue.contract.CreditApi.UseEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.util.Map;
import java.util.UUID;

/** Entries, corrections and applications that are not the caller's. {@link CorrectionsTest} tries the same on entries that exist. */
public final class CreditForeignObjects {

    private static final String REASON = "not an entry of ours at all";

    public static final Map<String, ForeignObject> ALL = Map.of(
            "PUT /api/me/account/holds/{id}", site -> Attempt.of(learner(site), spending(), UUID.randomUUID()),
            "PUT /api/me/account/debits/{id}", site -> Attempt.of(learner(site), spending(), UUID.randomUUID()),
            "POST /api/me/account/holds/{id}/release", site -> Attempt.of(learner(site), null, UUID.randomUUID()),
            "GET /api/credit-applications/{applicationId}/holds",
                    site -> Attempt.of(officer(site), null, UUID.randomUUID()),
            "PUT /api/credit-applications/{applicationId}/uses/{id}",
                    site -> Attempt.of(
                            officer(site),
                            new UseEdit(UUID.randomUUID(), 1_000, REASON),
                            UUID.randomUUID(),
                            UUID.randomUUID()),
            "GET /api/ledger-entries/{entryId}/proof", site -> Attempt.of(officer(site), null, UUID.randomUUID()),
            "GET /api/ledger-entries/{entryId}", site -> Attempt.of(officer(site), null, UUID.randomUUID()),
            "PUT /api/ledger-corrections/{id}",
                    site -> Attempt.of(officer(site), new CorrectionEdit(UUID.randomUUID(), REASON), UUID.randomUUID()),
            "GET /api/ledger-corrections/{id}", site -> Attempt.of(learner(site), null, UUID.randomUUID()),
            "PUT /api/ledger-corrections/{id}/approval",
                    site -> Attempt.of(officer(site), new ApprovalEdit(true, ""), UUID.randomUUID()));

    private CreditForeignObjects() {}

    private static SpendEdit spending() {
        return new SpendEdit(UUID.randomUUID(), 1_000);
    }

    private static Site.Client learner(Site site) {
        return site.person(Role.LEARNER, site.employer()).client();
    }

    private static Site.Client officer(Site site) {
        return site.person(Role.RECOGNITION_OFFICER, site.employer()).client();
    }
}
