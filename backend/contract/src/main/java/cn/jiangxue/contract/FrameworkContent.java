package cn.jiangxue.contract;

import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.StandardContent.Clause;
import java.util.List;
import java.util.Map;

/**
 * What one version of the qualifications framework says, in the form of the files of the sample data.
 *
 * @param version names it and begins with its year
 * @param creditUnit id of the unit in which credit is counted
 * @param bridges from grades to professional titles (贯通)
 */
public record FrameworkContent(
        String id,
        String version,
        LocalText name,
        LocalText basis,
        TrustedAs source,
        String creditUnit,
        Map<String, Clause> clauses,
        List<LevelDescribed> levels,
        List<Bridge> bridges) {

    /**
     * One level, 1 is the lowest.
     *
     * @param titles levels of professional titles that stand here
     * @param degrees schooling and degrees that stand here
     */
    public record LevelDescribed(
            int number,
            LocalText name,
            LocalText knowledge,
            LocalText skill,
            LocalText competence,
            List<Grade> grades,
            List<String> titles,
            List<LocalText> degrees) {

        /** Files may leave out what does not stand here. */
        public LevelDescribed {
            grades = grades == null ? List.of() : List.copyOf(grades);
            titles = titles == null ? List.of() : List.copyOf(titles);
            degrees = degrees == null ? List.of() : List.copyOf(degrees);
        }
    }

    /** A grade that opens the way to a title after {@code sinceYears} whole years of work. */
    public record Bridge(Grade grade, int sinceYears, String title, LocalText wording, String clause) {}
}
