package cn.jiangxue.e2e;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Who plays in the story of the credit bank, and the two programmes that credit is transferred into. Entered past the pages: entering people and publishing programmes is
 * not what that story is about.
 */
final class CreditBank {

    static final String OFFICER = "huren";
    static final String SECOND_OFFICER = "pingshen";
    static final String APPEALS = "fuyi";
    static final String ELECTRICIAN = "sundiangong";
    static final String FITTER = "fangqiangong";

    static final String ELECTRICIANS_NAME = "孙洁";
    static final String FITTERS_NAME = "方明";
    // Order codes 996 to 999 are kept for people over a hundred, so these numbers are well formed and nobody's.
    static final String ELECTRICIANS_NUMBER = "110101199003079964";
    static final String FITTERS_NUMBER = "110101198808169970";

    static final String COLLEGE = "江东职业技术学院";
    static final String DIPLOMA = "机电一体化技术（专科）";
    static final String ACCOUNT = "江东终身学习账户";

    /** Asks no publicity, see {@link Stage}. */
    static final String DIPLOMA_ID = "mechatronics";

    /** Asks publicity as long as any programme that nothing is set for. */
    static final String ACCOUNT_ID = "lifelong";

    private static final UUID COLLEGE_ID = id("college");

    private final Site site;
    private final String today;

    private CreditBank(Site site) {
        this.site = site;
        this.today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    /** After the cast of the other stories: their administrator enters these people, and some of them play along. */
    static void open(Site site) {
        CreditBank bank = new CreditBank(site);
        bank.enterPeople();
        bank.publish(DIPLOMA_ID, bank.diploma());
        bank.publish(ACCOUNT_ID, bank.account());
        bank.agreeOnFitting();
    }

    private void enterPeople() {
        OnRecord administrator = of(Cast.ADMINISTRATOR);
        JsonNode organisations = administrator.get("/api/organisations");
        UUID union = named(
                organisations,
                organisation -> organisation.get("kind").stringValue().equals("UNION_NATIONAL"));
        UUID factory = named(organisations, organisation -> zh(organisation).equals(Cast.FACTORY));
        administrator.put(
                "/api/organisations/" + COLLEGE_ID,
                Map.of(
                        "kind",
                        "INSTITUTION",
                        "name",
                        text(COLLEGE, "Jiangdong Vocational College"),
                        "parentId",
                        union,
                        "revision",
                        0));
        enter(administrator, OFFICER, "孙慧", "RECOGNITION_OFFICER", COLLEGE_ID);
        enter(administrator, SECOND_OFFICER, "许强", "RECOGNITION_OFFICER", COLLEGE_ID);
        enter(administrator, APPEALS, "罗敏", "RECOGNITION_OFFICER", union);
        enter(administrator, ELECTRICIAN, ELECTRICIANS_NAME, "LEARNER", factory);
        enter(administrator, FITTER, FITTERS_NAME, "LEARNER", factory);
        registerRealName(ELECTRICIAN, ELECTRICIANS_NAME, ELECTRICIANS_NUMBER);
        registerRealName(FITTER, FITTERS_NAME, FITTERS_NUMBER);
    }

    private void enter(OnRecord administrator, String user, String name, String role, UUID organisation) {
        administrator.put(
                "/api/people/" + id(user),
                Map.of(
                        "userName", user,
                        "displayName", name,
                        "initialPassword", Cast.FIRST_PASSWORD,
                        "mustChangePassword", true,
                        "role", role,
                        "organisationId", organisation));
        OnRecord.withOwnPassword(site, user, Cast.FIRST_PASSWORD);
    }

    private void registerRealName(String user, String name, String number) {
        OnRecord person = of(user);
        person.get("/api/me")
                .get("consents")
                .forEach(consent -> person.put(
                        "/api/me/consents/" + consent.get("kind").stringValue(),
                        Map.of("version", consent.get("currentVersion").intValue(), "given", true)));
        person.put("/api/me/real-name", Map.of("name", name, "identityNumber", number));
    }

    /** Written by one officer of the college, published by the other. */
    private void publish(String programme, Map<String, Object> content) {
        String draft = "/api/programme-drafts/" + programme + "/1";
        OnRecord writer = of(OFFICER);
        JsonNode written = writer.put(draft, Map.of("content", content, "revision", 0));
        if (!written.get("faults").isEmpty()) {
            throw new AssertionError("the programme has faults: " + written.get("faults"));
        }
        writer.post(
                draft + "/submission",
                Map.of("revision", written.get("revision").intValue()));
        of(SECOND_OFFICER)
                .post(draft + "/publication", Map.of("hash", written.get("hash").stringValue(), "from", today));
    }

    private Map<String, Object> diploma() {
        Map<String, Object> content = programme(text(DIPLOMA, "Mechatronics (diploma)"), 120_000);
        content.put("categories", Map.of("general", text("公共基础", "General")));
        content.put(
                "targets",
                List.of(
                        target("safety", "安全生产与劳动保护", "Safety at work", 2_000),
                        target("computing", "信息技术", "Information technology", 3_000)));
        return content;
    }

    private Map<String, Object> account() {
        Map<String, Object> content = programme(text(ACCOUNT, "Jiangdong lifelong learning account"), 1_000_000);
        content.put("categories", Map.of("training", text("培训", "Training")));
        return content;
    }

    private Map<String, Object> programme(Map<String, String> name, long milli) {
        Map<String, Object> content = new HashMap<>();
        content.put("name", name);
        content.put("institution", COLLEGE_ID);
        content.put("totalMilli", milli);
        content.put("effectiveFrom", today);
        content.put("grounds", grounds("学习成果须经核实，一项成果只计一次", "Outcomes must be verified, and each counts once"));
        for (String none : List.of("targets", "caps", "floors", "neverExemptible", "years", "terms")) {
            content.put(none, List.of());
        }
        return content;
    }

    private static Map<String, Object> target(String id, String zh, String en, long milli) {
        return Map.of("id", id, "name", text(zh, en), "milli", milli, "category", "general", "units", Map.of());
    }

    /** Trainings of the other college count in the lifelong account by themselves: its rule is in force before the story begins. */
    private void agreeOnFitting() {
        UUID other = named(
                of(Cast.ADMINISTRATOR).get("/api/organisations"),
                organisation -> zh(organisation).equals(Cast.COLLEGE));
        String version = "/api/rules/fitting-training/versions/1";
        Map<String, Object> content = new HashMap<>();
        content.put("name", text("钳工培训存入学习账户", "Training of fitters into the account"));
        content.put("programme", ACCOUNT_ID);
        content.put("parties", List.of(other, COLLEGE_ID));
        content.put("effectiveFrom", today);
        content.put("sources", List.of(Map.of("kind", "TRAINING", "code", "TRN-310", "issuer", other)));
        content.put("gives", Map.of("category", "training", "targets", List.of()));
        content.put("asks", Map.of("whenShort", "REFUSE"));
        content.put("worth", Map.of("by", "FIXED", "fixedMilli", 1_500, "rows", List.of()));
        content.put("keeps", Map.of("decay", List.of()));
        content.put("records", Map.of("as", "PASS", "bands", List.of()));
        content.put("review", "AUTOMATIC");
        content.put("grounds", grounds("钳工培训合格的，计一点五学分", "Training of fitters gives one and a half credits"));
        OnRecord writer = of(OFFICER);
        JsonNode draft = writer.put(version, Map.of("author", COLLEGE_ID, "content", content, "revision", 0));
        String hash = writer.post(
                        version + "/sending",
                        Map.of("revision", draft.get("revision").intValue()))
                .get("hash")
                .stringValue();
        writer.put(version + "/signatures/" + COLLEGE_ID, Map.of("hash", hash));
        of(Cast.OFFICER).put(version + "/signatures/" + other, Map.of("hash", hash));
    }

    private static Map<String, Object> grounds(String zh, String en) {
        return Map.of(
                "wording", text(zh, en),
                "clause", text("校际学分互认协议（样例）第二条", "Agreement between colleges (sample), article 2"),
                "source", "SAMPLE");
    }

    private OnRecord of(String user) {
        return OnRecord.of(site, user);
    }

    private static UUID named(JsonNode all, java.util.function.Predicate<JsonNode> wanted) {
        return all.valueStream()
                .filter(wanted)
                .map(found -> UUID.fromString(found.get("id").stringValue()))
                .findFirst()
                .orElseThrow();
    }

    private static String zh(JsonNode organisation) {
        return organisation.get("name").get("zh").stringValue();
    }

    private static Map<String, String> text(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }

    private static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("credit bank " + what).getBytes(StandardCharsets.UTF_8));
    }
}
