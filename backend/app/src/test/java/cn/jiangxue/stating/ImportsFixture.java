package cn.jiangxue.stating;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.ImportState;
import cn.jiangxue.contract.StatingApi.NewImport;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.StatedOutcome;
import cn.jiangxue.contract.StatingApi.WithdrawalEdit;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

/** An institution, its officer and its people, and short ways to send files. */
public final class ImportsFixture {

    public static final String HEADER = "成果编号,账号,姓名,成果类型,成果代码,成果名称,学时,取得日期\n";

    final Site site;
    public final UUID institution;
    public final Client officer;

    public ImportsFixture(Site site) {
        this.site = site;
        this.institution = site.organisation(OrganisationKind.INSTITUTION, null);
        this.officer = site.person(Role.RECOGNITION_OFFICER, institution).client();
    }

    /** A learner of the institution. */
    PersonView learner() {
        return site.create(site.newUserName(), Role.LEARNER, institution);
    }

    static String row(String number, String login, String name, String title) {
        return String.join(",", number, login, name, "培训", "T-1", title, "16", "2026-06-30") + "\n";
    }

    static String row(String number, PersonView person) {
        return row(number, person.userName(), person.displayName(), "安全培训");
    }

    /** A proposal to withdraw what was just stated under this number; its id. */
    public UUID withdrawal(String number) {
        ended(HEADER + row(number, learner()), false);
        UUID id = UUID.randomUUID();
        officer.put(
                        new WithdrawalEdit(numbered(number).outcomeId(), "误将另一位学员的成果报入"),
                        "/api/outcome-withdrawals/{id}",
                        id)
                .expectStatus()
                .isOk();
        return id;
    }

    /** What the institution stated under this number. */
    StatedOutcome numbered(String number) {
        return officer.get("/api/stated-outcomes?institution={institution}&number={number}", institution, number)
                .expectStatus()
                .isOk()
                .expectBody(StatedOutcome[].class)
                .returnResult()
                .getResponseBody()[0];
    }

    NewImport announced(byte[] file, boolean dryRun, @Nullable UUID fileOf) {
        ImportFormat format =
                file.length > 1 && file[0] == 'P' && file[1] == 'K' ? ImportFormat.XLSX : ImportFormat.CSV;
        return new NewImport(institution, "成果", format, file.length, sha256(file), dryRun, fileOf);
    }

    /** Announces, sends and starts; the import as it then stands. */
    public Import send(String csv, boolean dryRun) {
        return send(csv.getBytes(UTF_8), dryRun);
    }

    Import send(byte[] file, boolean dryRun) {
        UUID id = UUID.randomUUID();
        answer(officer.put(announced(file, dryRun, null), "/api/outcome-imports/{id}", id));
        List<byte[]> parts = parts(file);
        for (int n = 0; n < parts.size(); n++) {
            answer(officer.put(parts.get(n), "/api/outcome-imports/{id}/parts/{n}", id, n));
        }
        return answer(officer.post(null, "/api/outcome-imports/{id}/start", id));
    }

    /** Sends and waits for the end. */
    public Import ended(String csv, boolean dryRun) {
        return ended(send(csv, dryRun).id());
    }

    Import ended(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> find(id), found -> found.finishedAt() != null && found.state() != ImportState.RUNNING);
    }

    Import find(UUID id) {
        return answer(officer.get("/api/outcome-imports/{id}", id));
    }

    List<Row> rows(UUID id, boolean refused) {
        List<Row> rows = new ArrayList<>();
        String cursor = null;
        do {
            Page<Row> page = officer.get(
                            "/api/outcome-imports/{id}/rows?refused=" + refused
                                    + (cursor == null ? "" : "&cursor=" + cursor),
                            id)
                    .expectStatus()
                    .isOk()
                    .expectBody(new ParameterizedTypeReference<Page<Row>>() {})
                    .returnResult()
                    .getResponseBody();
            rows.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    static List<byte[]> parts(byte[] file) {
        List<byte[]> parts = new ArrayList<>();
        for (int at = 0; at < file.length; at += StatingApi.PART_BYTES) {
            parts.add(Arrays.copyOfRange(file, at, Math.min(file.length, at + StatingApi.PART_BYTES)));
        }
        return parts;
    }

    static Import answer(org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec sent) {
        return sent.expectStatus()
                .isOk()
                .expectBody(Import.class)
                .returnResult()
                .getResponseBody();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
