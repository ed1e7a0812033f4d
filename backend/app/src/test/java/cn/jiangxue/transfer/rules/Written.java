package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.contract.RuleContent.CreditGiven;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.GradeRecorded;
import cn.jiangxue.contract.RuleContent.KeepsFor;
import cn.jiangxue.contract.RuleContent.OverlapShort;
import cn.jiangxue.contract.RuleContent.RecordedAs;
import cn.jiangxue.contract.RuleContent.ReviewedBy;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.contract.RuleContent.SourcesMeet;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.RuleContent.WorthBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule that somebody is writing, changed piece by piece. */
final class Written {

    static final UUID CENTRE = new UUID(0, 1);
    static final UUID COLLEGE = new UUID(0, 2);
    static final Set<UUID> REGISTERED = Set.of(CENTRE, COLLEGE);
    static final Set<String> UNITS = Set.of("class-16");
    static final RuleGrounds GROUNDS = new RuleGrounds(
            new LocalText("约定", "Agreed"), new LocalText("样例办法第五条", "Sample measures, article 5"), TrustedAs.SAMPLE);
    static final ProgrammeContent PROGRAMME = new ProgrammeContent(
            new LocalText("机电专科", "Mechatronics"),
            COLLEGE,
            4,
            120_000,
            LocalDate.of(2025, 9, 1),
            null,
            Map.of("elective", new LocalText("选修", "Elective")),
            List.of(
                    target("machining", "金属切削", "Metal cutting", Map.of("turn-5-1", BigDecimal.ONE)),
                    target("drawing", "机械制图", "Drawing", Map.of()),
                    target("thesis", "毕业设计", "Final project", Map.of())),
            List.of(),
            List.of(),
            null,
            List.of("thesis"),
            GROUNDS,
            List.of(),
            List.of(),
            GROUNDS);
    static final PlainNames NAMES = new PlainNames(
            PROGRAMME,
            Map.of(CENTRE, new LocalText("认定中心", "the Centre"), COLLEGE, new LocalText("职业学院", "the College")),
            Map.of("6-18-01-01", new LocalText("车工", "Turner")),
            Map.of("class-16", new LocalText("16学时学分", "16-class-hour credit")));

    LocalText name = new LocalText("五级车工免修", "Junior turner");
    List<UUID> parties = List.of(CENTRE, COLLEGE);
    LocalDate from = LocalDate.of(2026, 1, 1);

    @Nullable
    LocalDate until;

    List<SourceAsked> sources = List.of(new SourceAsked(AttainedKind.SKILL_GRADE, null, CENTRE, "6-18-01-01", 2));
    CreditGiven gives = new CreditGiven(null, List.of("machining"));
    SourcesMeet asks = new SourcesMeet(null, OverlapShort.REFUSE, null, null, null, null);
    CreditWorth worth = new CreditWorth(WorthBy.TARGETS, null, List.of(), null);

    @Nullable
    Long most;

    KeepsFor keeps = new KeepsFor(null, List.of());
    GradeRecorded records = new GradeRecorded(RecordedAs.EXEMPT, List.of());
    ReviewedBy review = ReviewedBy.PANEL;
    RuleGrounds grounds = GROUNDS;

    private static ProgrammeTarget target(String id, String zh, String en, Map<String, BigDecimal> units) {
        return new ProgrammeTarget(id, new LocalText(zh, en), 4_000, "core", 3, units);
    }

    RuleContent content() {
        return new RuleContent(
                name,
                "mechatronics-diploma",
                parties,
                from,
                until,
                sources,
                gives,
                asks,
                worth,
                most,
                keeps,
                records,
                review,
                grounds);
    }
}
