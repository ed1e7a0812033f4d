package cn.jiangxue.ui.fake;

import static cn.jiangxue.ui.fake.FakeCatalog.text;
import static cn.jiangxue.ui.fake.FakeCredit.finding;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One case to decide, one decided; two occupations on the way. */
public class FakePromotion implements PromotionApi {

    public static final UUID CASE = UUID.fromString("0190f000-0000-7000-8000-000000000001");
    public static final UUID DONE = UUID.fromString("0190f000-0000-7000-8000-000000000002");

    private static final QualificationName DIPLOMA = new QualificationName(
            QualificationType.DIPLOMA_ADVANCED_SKILLED_CLASS, text("技工院校高级工班毕业证书", "Diploma of a senior-worker class"));

    private final FakeIdentity identity;
    private final Map<UUID, Case> cases = new LinkedHashMap<>();
    private final Map<UUID, WorkRecord> work = new LinkedHashMap<>();
    private final Map<UUID, Qualification> qualified = new LinkedHashMap<>();

    public FakePromotion(FakeIdentity identity) {
        this.identity = identity;
        qualified.put(
                new UUID(8, 3),
                new Qualification(
                        new UUID(8, 3),
                        "6-18-02-04",
                        DIPLOMA.type(),
                        DIPLOMA.name(),
                        "江城技师学院",
                        LocalDate.of(2018, 7, 1),
                        false));
        work.put(
                new UUID(8, 1),
                new WorkRecord(new UUID(8, 1), "6-18-02-04", "江城重工有限公司", LocalDate.of(2021, 6, 1), null, false));
        work.put(
                new UUID(8, 2),
                new WorkRecord(
                        new UUID(8, 2),
                        "6-18-02-04",
                        "长河造船厂",
                        LocalDate.of(2018, 3, 1),
                        LocalDate.of(2021, 5, 1),
                        true));
        Evidence contract = new Evidence(
                new UUID(9, 1),
                text("2021 年至今劳动合同", "Employment contract since 2021"),
                new UUID(9, 2),
                "劳动合同.pdf",
                "application/pdf",
                1_234_567,
                Instant.parse("2026-11-15T03:00:00Z"));
        Evidence photo = new Evidence(
                new UUID(9, 3),
                text("平板对接焊试件", "Butt weld test piece"),
                new UUID(9, 4),
                "IMG_2031.jpg",
                "image/jpeg",
                3_234_567,
                Instant.parse("2026-11-15T03:05:00Z"));
        put(
                CASE,
                CaseState.SUBMITTED,
                2,
                List.of(contract, photo),
                null,
                List.of(
                        new CaseEvent(Instant.parse("2026-11-15T02:00:00Z"), text("提交申报", "Applied"), "李明", null),
                        new CaseEvent(
                                Instant.parse("2026-11-15T03:05:00Z"), text("上传材料", "Evidence attached"), "李明", null)));
        put(
                DONE,
                CaseState.APPROVED,
                4,
                List.of(contract),
                new Decision(
                        new UUID(9, 9),
                        DecisionKind.APPROVE,
                        "",
                        UUID.randomUUID(),
                        "赵强",
                        Instant.parse("2026-10-15T03:00:00Z")),
                List.of(
                        new CaseEvent(Instant.parse("2026-10-12T02:00:00Z"), text("提交申报", "Applied"), "李明", null),
                        new CaseEvent(
                                Instant.parse("2026-10-15T03:00:00Z"),
                                text("通过并签发证书", "Approved, credential issued"),
                                "赵强",
                                null)));
    }

    private void put(
            UUID id,
            CaseState state,
            int revision,
            List<Evidence> evidence,
            Decision decision,
            List<CaseEvent> history) {
        Eligibility e = paths(null).getFirst();
        cases.put(
                id,
                new Case(
                        id,
                        identity.of("liming").learnerId(),
                        "李*",
                        state,
                        revision,
                        "6-18-02-04",
                        text("焊工", "Welder"),
                        Grade.INTERMEDIATE,
                        text("中级工（四级）", "Intermediate (level 4)"),
                        PromotionApi.PromotionPath.EXAMINATION,
                        null,
                        FakeIdentity.SCHOOL,
                        FakeIdentity.SCHOOL_NAME,
                        e,
                        e,
                        null,
                        List.copyOf(work.values()),
                        List.copyOf(qualified.values()),
                        evidence,
                        history,
                        decision,
                        state == CaseState.SUBMITTED
                                ? List.of(DecisionKind.APPROVE, DecisionKind.ASK_FOR_MORE, DecisionKind.REFUSE)
                                : List.of(),
                        state == CaseState.APPROVED ? FakeCredential.ID : null,
                        state == CaseState.SUBMITTED
                                ? text("等待江城职业技能鉴定中心评审", "The assessment centre reviews it next")
                                : state == CaseState.MORE_ASKED
                                        ? text("请补充材料后重新提交", "Attach what was asked for and submit again")
                                        : null,
                        state == CaseState.SUBMITTED ? LocalDate.of(2026, 12, 1) : null,
                        Instant.parse("2026-11-15T02:00:00Z")));
    }

    @Override
    public List<Eligibility> paths(String occupation) {
        if (identity.current().userName().equals("wuxin") && occupation == null) {
            return List.of();
        }
        return List.of(
                new Eligibility(
                        "6-18-02-04",
                        text("焊工", "Welder"),
                        "2026-样例1",
                        Grade.JUNIOR,
                        Grade.INTERMEDIATE,
                        text("中级工（四级）", "Intermediate (level 4)"),
                        true,
                        LocalDate.of(2026, 11, 20),
                        List.of(
                                new PathResult(
                                        text("取得五级后继续从业", "Level 5 and further work"),
                                        true,
                                        List.of(
                                                finding(
                                                        "持有本职业五级证书",
                                                        "Holds level 5",
                                                        "五级",
                                                        "五级（2022-05-10 取得）",
                                                        true,
                                                        "《国家职业标准编制技术规程（2023年版）》申报条件"),
                                                finding(
                                                        "取得五级后的从业年限",
                                                        "Years of work since",
                                                        "3 年",
                                                        "4 年 6 个月",
                                                        true,
                                                        "《国家职业标准编制技术规程（2023年版）》申报条件"),
                                                finding(
                                                        "可用学分",
                                                        "Available credit",
                                                        "5.0 学分",
                                                        "6.5 学分",
                                                        true,
                                                        "匠学晋级学分要求（样例）第二条"))),
                                new PathResult(
                                        text("累计从业", "Years of work"),
                                        false,
                                        List.of(
                                                finding(
                                                        "累计从业年限",
                                                        "Years of work",
                                                        "5 年",
                                                        "8 年 5 个月",
                                                        true,
                                                        "《国家职业标准编制技术规程（2023年版）》申报条件"),
                                                finding(
                                                        "可用学分",
                                                        "Available credit",
                                                        "8.0 学分",
                                                        "6.5 学分",
                                                        false,
                                                        "匠学晋级学分要求（样例）第二条")))),
                        null),
                new Eligibility(
                        "6-18-01-01",
                        text("车工", "Turner"),
                        "2026-样例1",
                        null,
                        Grade.JUNIOR,
                        text("初级工（五级）", "Junior (level 5)"),
                        false,
                        LocalDate.of(2026, 11, 20),
                        List.of(new PathResult(
                                text("年满 16 周岁并从事或拟从事本职业", "16 and joining the trade"),
                                false,
                                List.of(
                                        finding("年龄", "Age", "16 周岁", "36 周岁", true, "《国家职业标准编制技术规程（2023年版）》申报条件"),
                                        finding(
                                                "本职业学分",
                                                "Credit in the trade",
                                                "2.0 学分",
                                                "0 学分",
                                                false,
                                                "匠学晋级学分要求（样例）第一条")))),
                        null));
    }

    @Override
    public List<GradeHeld> grades() {
        return identity.current().userName().equals("liming")
                ? List.of(new GradeHeld(
                        "6-18-02-04",
                        Grade.JUNIOR,
                        LocalDate.of(2022, 5, 10),
                        FakeCredential.ID,
                        FakeIdentity.SCHOOL_NAME))
                : List.of();
    }

    @Override
    public List<WorkRecord> workRecords() {
        return identity.current().userName().equals("liming") ? List.copyOf(work.values()) : List.of();
    }

    @Override
    public WorkRecord saveWorkRecord(UUID id, WorkRecordEdit edit) {
        WorkRecord r = new WorkRecord(id, edit.occupationCode(), edit.employer(), edit.from(), edit.to(), false);
        work.put(id, r);
        return r;
    }

    @Override
    public void removeWorkRecord(UUID id) {
        work.remove(id);
    }

    @Override
    public List<Qualification> qualifications() {
        return identity.current().userName().equals("liming") ? List.copyOf(qualified.values()) : List.of();
    }

    @Override
    public Qualification saveQualification(UUID id, QualificationEdit edit) {
        Qualification one = new Qualification(
                id, edit.occupationCode(), edit.type(), DIPLOMA.name(), edit.issuer(), edit.since(), false);
        qualified.put(id, one);
        return one;
    }

    @Override
    public void removeQualification(UUID id) {
        qualified.remove(id);
    }

    @Override
    public List<QualificationName> qualificationTypes() {
        return List.of(DIPLOMA);
    }

    @Override
    public List<Organisation> institutions(String occupation) {
        return List.of(new Organisation(
                FakeIdentity.SCHOOL, OrganisationKind.INSTITUTION, FakeIdentity.SCHOOL_NAME, null, 1, 0));
    }

    @Override
    public Case apply(UUID id, Application application) {
        put(
                id,
                CaseState.SUBMITTED,
                1,
                List.of(),
                null,
                List.of(new CaseEvent(Instant.now(), text("提交申报", "Applied"), "李明", null)));
        return cases.get(id);
    }

    @Override
    public Case promotionCase(UUID id) {
        Case c = cases.get(id);
        if (c == null) {
            throw Refusals.notFound();
        }
        return c;
    }

    private static CaseSummary summary(Case c) {
        return new CaseSummary(
                c.id(),
                c.learnerName(),
                c.state(),
                c.occupation(),
                c.grade(),
                c.gradeName(),
                c.institutionName(),
                c.submittedAt(),
                c.actBy(),
                null,
                null,
                c.evidence().size());
    }

    @Override
    public Page<CaseSummary> myCases(String cursor) {
        return new Page<>(
                identity.current().userName().equals("liming")
                        ? cases.values().stream().map(FakePromotion::summary).toList()
                        : List.of(),
                null);
    }

    @Override
    public Case attachEvidence(UUID id, UUID evidenceId, EvidenceEdit edit) {
        Case c = promotionCase(id);
        List<Evidence> all = new ArrayList<>(c.evidence());
        all.add(new Evidence(
                evidenceId,
                edit.caption(),
                edit.fileId(),
                edit.fileName(),
                edit.contentType(),
                edit.sizeBytes(),
                Instant.now()));
        put(id, c.state(), c.revision() + 1, all, c.decision(), c.history());
        return cases.get(id);
    }

    @Override
    public EvidenceLink openEvidence(UUID id, UUID evidenceId) {
        return new EvidenceLink("/jx/mark.svg", Instant.now().plusSeconds(300));
    }

    @Override
    public Case resubmit(UUID id) {
        return move(id, CaseState.SUBMITTED, "重新提交", "Submitted again", null);
    }

    @Override
    public Case withdraw(UUID id) {
        return move(id, CaseState.WITHDRAWN, "撤回申报", "Withdrawn", null);
    }

    private Case move(UUID id, CaseState state, String zh, String en, Decision decision) {
        Case c = promotionCase(id);
        List<CaseEvent> history = new ArrayList<>(c.history());
        history.add(new CaseEvent(
                Instant.now(),
                text(zh, en),
                decision == null ? "李明" : "赵强",
                decision == null ? null : decision.reason()));
        put(id, state, c.revision() + 1, c.evidence(), decision, history);
        return cases.get(id);
    }

    @Override
    public Page<CaseSummary> inbox(CaseState state, String cursor) {
        return new Page<>(
                cases.values().stream()
                        .filter(c -> state == null ? c.state() == CaseState.SUBMITTED : c.state() == state)
                        .map(FakePromotion::summary)
                        .toList(),
                null);
    }

    @Override
    public Case decide(UUID id, UUID decisionId, DecisionEdit edit) {
        CaseState to = switch (edit.kind()) {
            case ADMIT -> CaseState.IN_EXAMINATION;
            case PROPOSE -> CaseState.AWAITING_SECOND;
            case APPROVE -> CaseState.APPROVED;
            case ASK_FOR_MORE -> CaseState.MORE_ASKED;
            case REFUSE -> CaseState.REFUSED;
        };
        return move(
                id,
                to,
                "评审决定",
                "Decided",
                new Decision(decisionId, edit.kind(), edit.reason(), UUID.randomUUID(), "赵强", Instant.now()));
    }
}
