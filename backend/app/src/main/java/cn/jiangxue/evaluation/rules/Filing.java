package cn.jiangxue.evaluation.rules;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PartEdit;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.ExamRequirement;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.vocabulary.PartNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plan has to say before it can be filed: 匠学企业自主评价管理办法（样例）第一条. An enterprise may ask more than the standard does, never less. */
public final class Filing {

    private static final int PLACE_LEAST = 2;

    private Filing() {}

    /** One thing that is wrong, by the field of the request. */
    public record Flaw(String field, LocalText why) {}

    /**
     * Everything that is wrong with it; empty when it can be filed.
     *
     * @param standard the edition in force
     * @param staff those named who hold the role of an assessor in the enterprise
     */
    public static List<Flaw> flaws(VersionEdit edit, OccupationalStandard standard, Set<UUID> staff, LocalDate today) {
        return Stream.of(
                        grades(edit, standard),
                        days(edit, today),
                        places(edit),
                        assessors(edit, staff),
                        parts(edit, standard))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Flaw> grades(VersionEdit edit, OccupationalStandard standard) {
        boolean examined = edit.grades().stream()
                .noneMatch(grade -> standard.requirements(grade).examination().isEmpty());
        return !edit.grades().isEmpty() && isDistinct(edit.grades()) && examined
                ? List.of()
                : List.of(flaw(
                        "grades",
                        "请选择标准设有考核的等级，每级一次",
                        "Choose grades for which the standard has an examination, each once"));
    }

    private static List<Flaw> days(VersionEdit edit, LocalDate today) {
        List<Flaw> found = new ArrayList<>();
        if (edit.from().isBefore(today)) {
            found.add(flaw("from", "开始日期不能早于今天", "It does not begin before today"));
        }
        if (!edit.until().isAfter(edit.from())
                || edit.until().isAfter(edit.from().plusYears(EvaluationApi.YEARS_MOST))) {
            found.add(flaw(
                    "until",
                    "截止日期应晚于开始日期，有效期不超过%d年".formatted(EvaluationApi.YEARS_MOST),
                    "It ends after it begins, at most %d years later".formatted(EvaluationApi.YEARS_MOST)));
        }
        return found;
    }

    private static List<Flaw> places(VersionEdit edit) {
        boolean each = edit.places().stream()
                .map(String::strip)
                .allMatch(place -> place.length() >= PLACE_LEAST && place.length() <= EvaluationApi.PLACE_MOST);
        return each && !edit.places().isEmpty() && edit.places().size() <= EvaluationApi.PLACES_MOST
                ? List.of()
                : List.of(flaw(
                        "places",
                        "请填写1至%d个考核地点，每个2至%d字".formatted(EvaluationApi.PLACES_MOST, EvaluationApi.PLACE_MOST),
                        "Give 1 to %d places, of 2 to %d characters each"
                                .formatted(EvaluationApi.PLACES_MOST, EvaluationApi.PLACE_MOST)));
    }

    private static List<Flaw> assessors(VersionEdit edit, Set<UUID> staff) {
        int needed = edit.parts().stream().mapToInt(PartEdit::assessors).max().orElse(1);
        if (!isDistinct(edit.assessors())
                || edit.assessors().size() < needed
                || edit.assessors().size() > EvaluationApi.ASSESSORS_MOST) {
            return List.of(flaw(
                    "assessors",
                    "请选择%d至%d名考评员".formatted(needed, EvaluationApi.ASSESSORS_MOST),
                    "Choose %d to %d assessors".formatted(needed, EvaluationApi.ASSESSORS_MOST)));
        }
        return staff.containsAll(edit.assessors())
                ? List.of()
                : List.of(flaw(
                        "assessors",
                        "考评员须在本企业登记有考评员身份",
                        "Every assessor holds the role of an assessor in the enterprise"));
    }

    private static List<Flaw> parts(VersionEdit edit, OccupationalStandard standard) {
        List<ExamPart> named = edit.parts().stream().map(PartEdit::part).toList();
        Set<ExamPart> asked = asked(edit, standard).map(ExamRequirement::part).collect(Collectors.toUnmodifiableSet());
        if (!isDistinct(named) || !asked.equals(Set.copyOf(named))) {
            return List.of(flaw(
                    "parts",
                    "请列出所选等级在标准中应考的全部科目，每科一次",
                    "Name every part that the standard asks at these grades, each once"));
        }
        List<Flaw> found = new ArrayList<>();
        for (int i = 0; i < edit.parts().size(); i++) {
            PartEdit part = edit.parts().get(i);
            int pass = most(edit, standard, part.part(), true);
            if (part.passTenths() < pass || part.passTenths() > ExamRequirement.FULL_TENTHS) {
                found.add(flaw(
                        "parts[%d].passTenths".formatted(i),
                        "合格分数不得低于标准的%s分，不高于100分".formatted(points(pass)),
                        "The pass mark is the standard's %s at least, 100 at most".formatted(points(pass))));
            }
            int assessors = most(edit, standard, part.part(), false);
            if (part.assessors() < assessors || part.assessors() > ExamRequirement.ASSESSORS_MOST) {
                found.add(flaw(
                        "parts[%d].assessors".formatted(i),
                        "考评员不得少于标准的%d名，最多%d名".formatted(assessors, ExamRequirement.ASSESSORS_MOST),
                        "At least the standard's %d assessors, at most %d"
                                .formatted(assessors, ExamRequirement.ASSESSORS_MOST)));
            }
        }
        return found;
    }

    private static Stream<ExamRequirement> asked(VersionEdit edit, OccupationalStandard standard) {
        return edit.grades().stream().flatMap(grade -> standard.requirements(grade).examination().stream());
    }

    /** The highest that the standard asks of the part at any grade of the plan: its pass mark, or its assessors. */
    private static int most(VersionEdit edit, OccupationalStandard standard, ExamPart part, boolean passMark) {
        return asked(edit, standard)
                .filter(asked -> asked.part() == part)
                .mapToInt(asked -> passMark ? asked.passTenths() : asked.assessors())
                .max()
                .orElse(0);
    }

    /** What is asked of applicants under the version, grade by grade: the standard's parts, with the plan's pass marks and assessors. */
    public static List<GradeParts> pinned(VersionEdit edit, OccupationalStandard standard, int version) {
        Map<ExamPart, PartEdit> own = edit.parts().stream().collect(Collectors.toMap(PartEdit::part, part -> part));
        return edit.grades().stream()
                .sorted()
                .map(grade -> new GradeParts(
                        grade,
                        standard.requirements(grade).examination().stream()
                                .map(asked -> raised(asked, own.get(asked.part()), version))
                                .toList()))
                .toList();
    }

    private static ExamRequirement raised(ExamRequirement asked, @Nullable PartEdit own, int version) {
        if (own == null) {
            return asked;
        }
        LocalText part = PartNames.of(asked.part());
        LocalText clause = asked.grounds().clause();
        return new ExamRequirement(
                asked.part(),
                own.passTenths(),
                own.assessors(),
                asked.sittings(),
                new Grounds(
                        new LocalText(
                                "%s满分100分、%s分及以上合格，由%d名考评员评分"
                                        .formatted(part.zh(), points(own.passTenths()), own.assessors()),
                                "%s, out of 100: %s or more passes, marked by %d"
                                        .formatted(part.en(), points(own.passTenths()), own.assessors())),
                        new LocalText(
                                "企业评价方案第%d版；%s".formatted(version, clause.zh()),
                                "Plan of the enterprise, version %d; %s".formatted(version, clause.en())),
                        asked.grounds().source()));
    }

    private static String points(int tenths) {
        return BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
    }

    private static boolean isDistinct(List<?> all) {
        return new HashSet<>(all).size() == all.size();
    }

    private static Flaw flaw(String field, String zh, String en) {
        return new Flaw(field, new LocalText(zh, en));
    }
}
