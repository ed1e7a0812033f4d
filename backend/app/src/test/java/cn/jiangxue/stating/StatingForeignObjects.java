package cn.jiangxue.stating;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.InstitutionKey;
import cn.jiangxue.contract.StatingApi.NewKey;
import cn.jiangxue.contract.StatingApi.WithdrawalDecision;
import cn.jiangxue.contract.StatingApi.WithdrawalEdit;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.util.Map;
import java.util.UUID;

/** Imports, keys and withdrawals of institutions that are not the caller's. {@link WithdrawalProposalsTest} tries the same on withdrawals that exist. */
public final class StatingForeignObjects {

    /** Of RFC 9421, appendix B.1.4. */
    private static final String KEY = "JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";

    public static final Map<String, ForeignObject> ALL = Map.ofEntries(
            Map.entry("PUT /api/outcome-imports/{id}", site -> {
                ImportsFixture theirs = new ImportsFixture(site);
                return Attempt.of(officer(site), theirs.announced("x".getBytes(UTF_8), true, null), UUID.randomUUID());
            }),
            Map.entry(
                    "PUT /api/outcome-imports/{id}/parts/{n}",
                    site -> Attempt.of(
                            officer(site), "x".getBytes(UTF_8), imported(site).id(), 0)),
            Map.entry(
                    "POST /api/outcome-imports/{id}/start",
                    site -> Attempt.of(officer(site), null, imported(site).id())),
            Map.entry(
                    "POST /api/outcome-imports/{id}/cancellation",
                    site -> Attempt.of(officer(site), null, imported(site).id())),
            Map.entry(
                    "GET /api/outcome-imports/{id}",
                    site -> Attempt.of(officer(site), null, imported(site).id())),
            Map.entry(
                    "GET /api/outcome-imports/{id}/rows",
                    site -> Attempt.of(officer(site), null, imported(site).id())),
            Map.entry(
                    "GET /api/outcome-imports/{id}/results",
                    site -> Attempt.of(officer(site), null, imported(site).id())),
            Map.entry(
                    "PUT /api/institution-keys/{id}",
                    site -> Attempt.of(
                            administrator(site),
                            new NewKey(new ImportsFixture(site).institution, "x", KEY),
                            UUID.randomUUID())),
            Map.entry(
                    "POST /api/institution-keys/{id}/revocation",
                    site -> Attempt.of(administrator(site), null, key(site).id())),
            Map.entry(
                    "PUT /api/outcome-withdrawals/{id}",
                    site -> Attempt.of(
                            officer(site),
                            new WithdrawalEdit(UUID.randomUUID(), "not an outcome of ours at all"),
                            UUID.randomUUID())),
            Map.entry("GET /api/outcome-withdrawals/{id}", site -> Attempt.of(officer(site), null, UUID.randomUUID())),
            Map.entry(
                    "PUT /api/outcome-withdrawals/{id}/approval",
                    site -> Attempt.of(officer(site), new WithdrawalDecision(true, ""), UUID.randomUUID())));

    private StatingForeignObjects() {}

    private static Import imported(Site site) {
        return new ImportsFixture(site).send(ImportsFixture.HEADER, true);
    }

    private static InstitutionKey key(Site site) {
        UUID institution = new ImportsFixture(site).institution;
        return site.person(Role.ADMINISTRATOR, institution)
                .client()
                .put(new NewKey(institution, "x", KEY), "/api/institution-keys/{id}", UUID.randomUUID())
                .expectStatus()
                .isOk()
                .expectBody(InstitutionKey.class)
                .returnResult()
                .getResponseBody();
    }

    private static Site.Client officer(Site site) {
        return site.person(Role.RECOGNITION_OFFICER, site.employer()).client();
    }

    private static Site.Client administrator(Site site) {
        return site.person(Role.ADMINISTRATOR, site.employer()).client();
    }
}
