package cn.jiangxue.e2e;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** A key, an import and credit set aside, so that the pages about them have something to show. Each may be there already. */
final class StatedOutcomes {

    /** Of RFC 9421, appendix B.1.4. */
    private static final String KEY = "JrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=";

    private static final String ROWS = """
            成果编号,身份证号,姓名,成果类型,成果代码,成果名称,学时,取得日期
            2026-0001,110101199811169984,刘芳,培训,TRN-204,低压电工安全操作,16,2026-06-30
            2026-0002,110101199811169984,刘方,培训,TRN-204,低压电工安全操作,16,2026-06-30
            2026-0003,,刘芳,课程以外,TRN-204,=HYPERLINK(1),一百,2066-06-30
            """;

    private static final String MISTAKEN = """
            成果编号,身份证号,姓名,成果类型,成果代码,成果名称,学时,取得日期
            2026-0009,110101199811169984,刘芳,培训,TRN-205,高处作业安全培训,8,2026-05-30
            """;

    private final Site site;
    private final Map<String, String> facts;

    StatedOutcomes(Site site, Map<String, String> facts) {
        this.site = site;
        this.facts = facts;
    }

    /** A key of the institution whose officer looks at pages. */
    void registerKey() {
        String institution = of(Person.OFFICER)
                .get("/api/me")
                .get("roles")
                .get(0)
                .get("organisationId")
                .stringValue();
        facts.put("institution", institution);
        of(Person.ADMINISTRATOR)
                .put(
                        "/api/institution-keys/" + id("key"),
                        Map.of("institutionId", institution, "label", "SIS 2026", "publicKey", KEY));
    }

    /** A file that is tried: one row is the electrician of the demo, the others are refused. */
    void tryFile() {
        send("import", ROWS, true);
        facts.put("import", id("import").toString());
    }

    /** An outcome that was stated by mistake, and a second officer who wants it back. */
    void proposeWithdrawal() {
        send("mistaken import", MISTAKEN, false);
        OnRecord second = of(Person.SECOND_OFFICER);
        String outcome = second.get(
                        "/api/stated-outcomes?institution=" + facts.get("institution") + "&number=2026-0009")
                .get(0)
                .get("outcomeId")
                .stringValue();
        second.put(
                "/api/outcome-withdrawals/" + id("withdrawal"),
                Map.of("outcomeId", outcome, "reason", "误将另一位学员的成果报入，已核对原始名册"));
    }

    private void send(String name, String rows, boolean dryRun) {
        byte[] file = rows.getBytes(StandardCharsets.UTF_8);
        String path = "/api/outcome-imports/" + id(name);
        OnRecord officer = of(Person.OFFICER);
        String state = officer.put(
                        path,
                        Map.of(
                                "institutionId",
                                facts.get("institution"),
                                "fileName",
                                "outcomes-2026-1.csv",
                                "format",
                                "CSV",
                                "bytes",
                                file.length,
                                "sha256",
                                sha256(file),
                                "dryRun",
                                dryRun))
                .get("state")
                .stringValue();
        if (state.equals("RECEIVING")) {
            officer.put(path + "/parts/0", file);
            officer.post(path + "/start");
        }
        Site.await("the file is tried", Duration.ofSeconds(30), () -> {
            var finished = officer.get(path).get("finishedAt");
            return finished != null && finished.isString();
        });
    }

    /** Half a credit for the application; the entry is one that the officer's institution answers for. */
    void setAside() {
        String entry = of(Person.WORKER)
                .put(
                        "/api/me/account/holds/" + id("hold"),
                        Map.of("applicationId", facts.get("case"), "amountMilli", 500))
                .get("entryId")
                .stringValue();
        facts.put("entry", entry);
    }

    private OnRecord of(Person person) {
        return OnRecord.of(site, person);
    }

    private static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("tour of " + what).getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
