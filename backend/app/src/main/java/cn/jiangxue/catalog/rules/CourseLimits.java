package cn.jiangxue.catalog.rules;

import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What even an unfinished draft must keep to. */
public final class CourseLimits {

    public static final int MAX_CHAPTERS = 40;
    public static final int MAX_LESSONS = 200;
    public static final int MAX_TITLE = 120;
    public static final int MAX_SUMMARY = 1_000;
    public static final int MAX_MARKDOWN = 100_000;
    /** All texts of a course together, so that a course stays well below what one document can hold. */
    public static final int MAX_ALL_TEXT = 2_000_000;

    public static final int MAX_CLASS_HOURS = 2_000;
    public static final int MAX_MINUTES = 600;
    public static final int MIN_COVERAGE_PERCENT = 50;
    public static final int MAX_TEXT_SECONDS = 3_600;

    private CourseLimits() {}

    /** Every limit the draft breaks; empty when it keeps to all. */
    public static List<Flaw> flaws(CourseContent draft) {
        List<Flaw> found = new ArrayList<>();
        length("title", draft.title(), MAX_TITLE, found);
        length("summary", draft.summary(), MAX_SUMMARY, found);
        if (draft.classHours() < 0 || draft.classHours() > MAX_CLASS_HOURS) {
            found.add(Flaw.of("classHours", "学时应在 0 到 2000 之间", "Class hours must be from 0 to 2,000"));
        }
        rules(draft.rules(), found);
        chapters(draft.chapters(), found);
        return found;
    }

    private static void rules(CompletionRules rules, List<Flaw> found) {
        if (rules.coveragePercent() < MIN_COVERAGE_PERCENT || rules.coveragePercent() > 100) {
            found.add(Flaw.of("rules.coveragePercent", "观看比例应在 50% 到 100% 之间", "Coverage is from 50 to 100 percent"));
        }
        if (rules.minimumStudyPercent() < 0 || rules.minimumStudyPercent() > 100) {
            found.add(Flaw.of(
                    "rules.minimumStudyPercent",
                    "学习时间比例应在 0% 到 100% 之间",
                    "The share of study time is from 0 to 100 percent"));
        }
        if (rules.textCountsSeconds() < 0 || rules.textCountsSeconds() > MAX_TEXT_SECONDS) {
            found.add(Flaw.of("rules.textCountsSeconds", "图文计时应在 0 到 3600 秒之间", "A text counts 0 to 3,600 seconds"));
        }
    }

    private static void chapters(List<Chapter> chapters, List<Flaw> found) {
        if (chapters.size() > MAX_CHAPTERS) {
            found.add(Flaw.of("chapters", "最多 40 章", "At most 40 chapters"));
        }
        List<Lesson> lessons =
                chapters.stream().flatMap(chapter -> chapter.lessons().stream()).toList();
        if (lessons.size() > MAX_LESSONS) {
            found.add(Flaw.of("chapters", "最多 200 节课", "At most 200 lessons"));
        }
        Set<UUID> ids = new HashSet<>();
        boolean repeated = chapters.stream().anyMatch(chapter -> !ids.add(chapter.id()))
                || lessons.stream().anyMatch(lesson -> !ids.add(lesson.id()));
        if (repeated) {
            found.add(Flaw.of("chapters", "章节编号重复", "Two chapters or lessons have the same id"));
        }
        long text = 0;
        for (int c = 0; c < chapters.size(); c++) {
            length("chapters[" + c + "].title", chapters.get(c).title(), MAX_TITLE, found);
            for (int l = 0; l < chapters.get(c).lessons().size(); l++) {
                text += lesson(
                        "chapters[" + c + "].lessons[" + l + "]",
                        chapters.get(c).lessons().get(l),
                        found);
            }
        }
        if (text > MAX_ALL_TEXT) {
            found.add(Flaw.of(
                    "chapters", "课程全部图文不能超过 200 万字", "All texts of a course together: at most 2,000,000 characters"));
        }
    }

    private static long lesson(String path, Lesson lesson, List<Flaw> found) {
        length(path + ".title", lesson.title(), MAX_TITLE, found);
        if (lesson.nominalMinutes() < 1 || lesson.nominalMinutes() > MAX_MINUTES) {
            found.add(Flaw.of(path + ".nominalMinutes", "建议用时应在 1 到 600 分钟之间", "Plan 1 to 600 minutes"));
        }
        LocalText markdown = lesson.markdown();
        if (markdown == null) {
            return 0;
        }
        length(path + ".markdown", markdown, MAX_MARKDOWN, found);
        return (long) markdown.zh().length() + markdown.en().length();
    }

    private static void length(String path, LocalText text, int most, List<Flaw> found) {
        if (text.zh().length() > most || text.en().length() > most) {
            found.add(Flaw.of(path, "不能超过 " + most + " 字", "At most " + most + " characters"));
        }
    }
}
