package cn.jiangxue.ui.fake;

import static cn.jiangxue.ui.fake.FakeCatalog.text;

import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 李明 has two entries; everyone else an empty account. */
public class FakeCredit implements CreditApi {

    private final FakeIdentity identity;

    public FakeCredit(FakeIdentity identity) {
        this.identity = identity;
    }

    static Finding finding(String zh, String en, String asked, String found, boolean met, String clause) {
        return new Finding(text(zh, en), text(asked, asked), text(found, found), met, clause, "SAMPLE");
    }

    private static Entry entry(long seq, EntryKind kind, long change, long after, String zh, String en) {
        return new Entry(
                seq,
                new UUID(7, seq),
                kind,
                change,
                0,
                after,
                text(zh, en),
                UUID.randomUUID(),
                new RuleRef(
                        "course-to-credit", 1, text("课程学时折算学分", "Class hours to credit"), "匠学学分转换规则（样例）第一条", "SAMPLE"),
                "cause-" + seq,
                kind == EntryKind.REVERSE ? 1L : null,
                Instant.parse("2026-11-12T02:00:0" + seq + "Z"),
                "3b1f0c9a77de4f0b8a52e0c7d9f4a6b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7",
                kind == EntryKind.DEPOSIT ? LocalDate.of(2033, 11, 12) : null);
    }

    @Override
    public Account account(String cursor) {
        if (!identity.current().userName().equals("liming")) {
            return new Account(
                    identity.current().learnerId(),
                    new Balance(0, 0, 0),
                    new Page<>(List.of(), null),
                    List.of(),
                    List.of());
        }
        if (cursor != null) {
            return new Account(
                    identity.current().learnerId(),
                    new Balance(6500, 1000, 3),
                    new Page<>(
                            List.of(entry(
                                    1, EntryKind.DEPOSIT, 4000, 4000, "完成课程：停电挂牌上锁", "Completed: Lockout and tagout")),
                            null),
                    List.of(),
                    List.of());
        }
        return new Account(
                identity.current().learnerId(),
                new Balance(6500, 1000, 3),
                new Page<>(
                        List.of(
                                entry(3, EntryKind.HOLD, -1000, 6500, "晋级申报冻结", "Set aside for an application"),
                                entry(
                                        2,
                                        EntryKind.DEPOSIT,
                                        3500,
                                        7500,
                                        "完成课程：游标卡尺的使用与读数",
                                        "Completed: Reading a vernier caliper")),
                        "c1"),
                List.of(new Ending(LocalDate.of(2027, 3, 1), 2500)),
                List.of(new Hold(new UUID(7, 77), new UUID(7, 78), 1000)));
    }

    @Override
    public Page<Entry> entries(EntryKind kind, String cursor) {
        Page<Entry> all = account(cursor).entries();
        return new Page<>(
                all.items().stream()
                        .filter(entry -> kind == null || entry.kind() == kind)
                        .toList(),
                all.next());
    }

    @Override
    public Entry hold(UUID id, SpendEdit edit) {
        return entry(4, EntryKind.HOLD, -edit.amountMilli(), 5500, "晋级申报冻结", "Set aside for an application");
    }

    @Override
    public Entry release(UUID id) {
        return entry(4, EntryKind.REVERSE, 1000, 7500, "释放冻结的学分", "Released what was set aside");
    }

    @Override
    public Entry debit(UUID id, SpendEdit edit) {
        return entry(4, EntryKind.DEBIT, -edit.amountMilli(), 5500, "使用学分", "Spent");
    }

    @Override
    public List<Hold> holds(UUID applicationId) {
        return List.of(new Hold(new UUID(7, 77), applicationId, 1000));
    }

    @Override
    public Page<HoldWaiting> holdsWaiting(boolean granted, String cursor) {
        return granted
                ? new Page<>(List.of(), null)
                : new Page<>(
                        List.of(new HoldWaiting(
                                new UUID(7, 77),
                                new UUID(7, 78),
                                text("车工 四级", "Turner, level 4"),
                                "李明",
                                FakeIdentity.SCHOOL_NAME,
                                1_000,
                                true)),
                        null);
    }

    @Override
    public Entry use(UUID applicationId, UUID id, UseEdit edit) {
        return entry(4, EntryKind.APPLY, 0, 6500, "用于晋级认定", "Used for a promotion");
    }

    @Override
    public EntryOfOthers entryOfOthers(UUID entryId) {
        return new EntryOfOthers(
                entry(1, EntryKind.DEPOSIT, 4000, 4000, "完成课程：停电挂牌上锁", "Completed: Lockout and tagout"), "李明", true);
    }

    private static Correction correction(UUID id, CorrectionState state) {
        boolean open = state == CorrectionState.PROPOSED;
        return new Correction(
                id,
                state,
                new UUID(7, 2),
                2,
                EntryKind.DEPOSIT,
                3500,
                0,
                text("完成课程：游标卡尺的使用与读数", "Completed: Reading a vernier caliper"),
                "李明",
                "成绩登记错误，这份成绩属于另一位学员",
                "陈静",
                Instant.parse("2026-11-20T02:00:00Z"),
                open ? null : "核对无误",
                open ? null : "王芳",
                open ? null : Instant.parse("2026-11-21T02:00:00Z"),
                state == CorrectionState.POSTED ? 4L : null,
                null);
    }

    @Override
    public Correction propose(UUID id, CorrectionEdit edit) {
        return correction(id, CorrectionState.PROPOSED);
    }

    @Override
    public Correction correction(UUID id) {
        return correction(id, CorrectionState.PROPOSED);
    }

    @Override
    public Page<Correction> corrections(CorrectionState state, String cursor) {
        return new Page<>(List.of(correction(new UUID(7, 90), state == null ? CorrectionState.PROPOSED : state)), null);
    }

    @Override
    public Correction decide(UUID id, ApprovalEdit edit) {
        return correction(id, edit.approve() ? CorrectionState.APPROVED : CorrectionState.REFUSED);
    }

    @Override
    public Page<Correction> myCorrections(UUID entry, String cursor) {
        boolean shown = identity.current().userName().equals("liming");
        return new Page<>(shown ? List.of(correction(new UUID(7, 91), CorrectionState.REFUSED)) : List.of(), null);
    }

    @Override
    public List<HeldCredit> myHolds() {
        return List.of(
                new HeldCredit(new UUID(7, 5), FakePromotion.CASE, text("车工 四级", "Turner, level 4"), 2_000, true));
    }

    @Override
    public byte[] printedStatement(int file) {
        return new byte[] {'%', 'P', 'D', 'F'};
    }

    @Override
    public Trace trace(long seq) {
        if (seq > 3) {
            throw Refusals.notFound();
        }
        return new Trace(
                entry(2, EntryKind.DEPOSIT, 3500, 7500, "完成课程：游标卡尺的使用与读数", "Completed: Reading a vernier caliper"),
                new Outcome(
                        UUID.randomUUID(),
                        OutcomeType.COURSE,
                        text("游标卡尺的使用与读数", "Reading a vernier caliper"),
                        FakeIdentity.PLANT_NAME,
                        "6-18-01-01",
                        null,
                        4,
                        90,
                        LocalDate.of(2026, 11, 12),
                        UUID.randomUUID(),
                        "ab12",
                        Instant.parse("2026-11-12T02:00:00Z"),
                        new OutcomeDetails("course-1", null, null, null, 9_000, null, List.of()),
                        null),
                List.of(
                        finding("课程规定学时", "Nominal class hours", "—", "56 学时", true, "匠学学分转换规则（样例）第一条"),
                        finding(
                                "每 16 学时 1 学分，向下取整到 0.5",
                                "16 hours a credit, floored to 0.5",
                                "÷ 16",
                                "3.5 学分",
                                true,
                                "匠学学分转换规则（样例）第二条")),
                FakeLearning.ENROLMENT,
                FakeCatalog.WELDING,
                2,
                198,
                List.of(
                        new LessonEvidence(
                                FakeCatalog.TEXT_LESSON,
                                text("安全须知与个人防护", "Safety and protective equipment"),
                                LessonKind.TEXT,
                                0,
                                0,
                                null,
                                Instant.parse("2026-11-11T02:00:00Z")),
                        new LessonEvidence(
                                FakeCatalog.VIDEO_LESSON,
                                text("平板对接焊操作演示", "Butt welding, shown step by step"),
                                LessonKind.VIDEO,
                                86,
                                84,
                                null,
                                Instant.parse("2026-11-11T02:20:00Z")),
                        new LessonEvidence(
                                FakeCatalog.QUIZ_LESSON,
                                text("课程测验", "Course quiz"),
                                LessonKind.QUIZ,
                                0,
                                0,
                                90,
                                Instant.parse("2026-11-12T02:00:00Z"))));
    }

    @Override
    public Page<Outcome> outcomes(String cursor) {
        return identity.current().userName().equals("liming")
                ? new Page<>(List.of(trace(2).outcome()), null)
                : new Page<>(List.of(), null);
    }
}
