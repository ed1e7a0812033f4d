package cn.jiangxue.priorlearning.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PriorLearningApi.Criterion;
import cn.jiangxue.contract.PriorLearningApi.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the assessment of one unit carries an award: the portfolio fits in all four respects, and the unit was shown in an interview or at work. A practical test that was
 * not passed is not made good by an interview.
 */
public final class Support {

    /** Of 100, to pass a practical test (sample rule). */
    public static final int MARK_LEAST = 60;

    public static final int MARK_MOST = 100;

    private static final String SAMPLE = "SAMPLE";
    private static final LocalText NOT_YET = new LocalText("尚未评审", "not assessed yet");

    private Support() {}

    /** The records of a unit that stand: of each method the newest. {@code records} are in the order in which they were made. */
    public static Map<Method, Assessed> standing(List<Assessed> records, String unitId) {
        Map<Method, Assessed> newest = new EnumMap<>(Method.class);
        records.stream()
                .filter(record -> record.unitId().equals(unitId))
                .forEach(record -> newest.put(record.method(), record));
        return newest;
    }

    /** Everything that an award of the unit asks, met or not. */
    public static List<Finding> of(List<Assessed> records, String unitId) {
        Map<Method, Assessed> standing = standing(records, unitId);
        Optional<Assessed> interview = Optional.ofNullable(standing.get(Method.INTERVIEW));
        Optional<Assessed> practical = Optional.ofNullable(standing.get(Method.PRACTICAL));
        List<Finding> findings = new ArrayList<>();
        findings.add(portfolio(Optional.ofNullable(standing.get(Method.PORTFOLIO))));
        findings.add(shown(interview, practical));
        practical.ifPresent(test -> findings.add(passed(mark(test))));
        return findings;
    }

    /** Whether an award may rest on it. */
    public static boolean carries(List<Assessed> records, String unitId) {
        return of(records, unitId).stream().allMatch(Finding::met);
    }

    private static Finding portfolio(Optional<Assessed> looked) {
        Set<Criterion> missing = EnumSet.allOf(Criterion.class);
        looked.ifPresent(record -> missing.removeAll(record.criteria()));
        LocalText found = looked.isEmpty()
                ? NOT_YET
                : missing.isEmpty()
                        ? new LocalText("四项均符合", "all four")
                        : new LocalText("不符合：" + names(missing, true), "missing: " + names(missing, false));
        return new Finding(
                new LocalText("材料审核", "Portfolio"),
                new LocalText("切题、真实、现行、充分", "valid, authentic, current and sufficient"),
                found,
                looked.isPresent() && missing.isEmpty(),
                "匠学先前学习认定办法（示范）第四条",
                SAMPLE);
    }

    private static String names(Set<Criterion> criteria, boolean chinese) {
        return criteria.stream()
                .map(Support::name)
                .map(name -> chinese ? name.zh() : name.en())
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    private static Finding shown(Optional<Assessed> interview, Optional<Assessed> practical) {
        boolean said = interview.map(Assessed::met).orElse(false);
        boolean done = practical.isPresent() && mark(practical.get()) >= MARK_LEAST;
        List<LocalText> found = new ArrayList<>();
        interview.ifPresent(record -> found.add(
                said
                        ? new LocalText("面谈达到", "shown in the interview")
                        : new LocalText("面谈未达到", "not shown in the interview")));
        practical.ifPresent(record -> found.add(points(mark(record))));
        return new Finding(
                new LocalText("面谈或实操", "Interview or practical test"),
                new LocalText(
                        "面谈达到，或实操%d分以上".formatted(MARK_LEAST),
                        "shown in an interview, or %d points or more at work".formatted(MARK_LEAST)),
                found.isEmpty()
                        ? NOT_YET
                        : new LocalText(
                                found.stream().map(LocalText::zh).collect(Collectors.joining("；")),
                                found.stream().map(LocalText::en).collect(Collectors.joining("; "))),
                said || done,
                "匠学先前学习认定办法（示范）第五条",
                SAMPLE);
    }

    private static Finding passed(int mark) {
        return new Finding(
                new LocalText("实操成绩", "Practical mark"),
                new LocalText(
                        "举行实操的，须%d分以上；面谈不能弥补".formatted(MARK_LEAST),
                        "%d points or more where it was held; an interview does not make up for it"
                                .formatted(MARK_LEAST)),
                points(mark),
                mark >= MARK_LEAST,
                "匠学先前学习认定办法（示范）第六条",
                SAMPLE);
    }

    private static LocalText points(int mark) {
        return new LocalText("实操%d分".formatted(mark), "%d points at work".formatted(mark));
    }

    private static int mark(Assessed practical) {
        return Objects.requireNonNull(practical.mark());
    }

    public static LocalText name(Criterion criterion) {
        return switch (criterion) {
            case VALID -> new LocalText("切题", "valid");
            case AUTHENTIC -> new LocalText("真实", "authentic");
            case CURRENT -> new LocalText("现行", "current");
            case SUFFICIENT -> new LocalText("充分", "sufficient");
        };
    }

    public static LocalText name(Method method) {
        return switch (method) {
            case PORTFOLIO -> new LocalText("材料审核", "portfolio");
            case INTERVIEW -> new LocalText("面谈", "interview");
            case PRACTICAL -> new LocalText("实操", "practical test");
        };
    }
}
