package cn.jiangxue.catalog.rules;

import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a draft must have before learners may see it. Whether videos are ready and papers exist is asked elsewhere. */
public final class PublicationRules {

    /** The fastest a player plays, in times. */
    static final int HIGHEST_SPEED = 2;

    private PublicationRules() {}

    /**
     * Everything that is missing, in the order of the page.
     *
     * @param occupations the codes a course may serve
     */
    public static List<Flaw> missing(CourseContent draft, Set<String> occupations) {
        List<Flaw> found = new ArrayList<>();
        chinese("title", draft.title(), "课程名称", "The course title", found);
        chinese("summary", draft.summary(), "课程简介", "The course summary", found);
        if (!occupations.contains(draft.occupationCode())) {
            found.add(Flaw.of("occupationCode", "请选择课程面向的职业", "Choose the occupation the course serves"));
        }
        if (draft.classHours() < 1) {
            found.add(Flaw.of("classHours", "请填写学时（至少 1 学时）", "Give the class hours, at least 1"));
        }
        studyShare(draft, found);
        if (draft.chapters().isEmpty()) {
            found.add(Flaw.of("chapters", "请至少添加一章", "Add at least one chapter"));
        }
        for (int c = 0; c < draft.chapters().size(); c++) {
            chapter("chapters[" + c + "]", draft.chapters().get(c), found);
        }
        return found;
    }

    /**
     * Study time asked must be within reach of whoever saw all that is asked at the highest speed: their seconds are spent, replays earn nothing, and nobody may be
     * left with a course they can no longer pass. In percent of the videos' length, at most {@code coveragePercent / 2}.
     */
    private static void studyShare(CourseContent draft, List<Flaw> found) {
        boolean anyVideo = draft.chapters().stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .anyMatch(lesson -> lesson.kind() == LessonKind.VIDEO);
        int most = draft.rules().coveragePercent() / HIGHEST_SPEED;
        if (anyVideo && draft.rules().minimumStudyPercent() > most) {
            found.add(Flaw.of(
                    "rules.minimumStudyPercent",
                    "学习时间比例最多 " + most + "%：以 " + HIGHEST_SPEED + " 倍速看完要求部分的学员只能得到这么多，重看不再计时，要求更高他们就无法结课",
                    "The share of study time is at most " + most + " percent: whoever saw what is asked at "
                            + HIGHEST_SPEED
                            + "x has earned no more, and replays earn nothing, so that they could never pass"));
        }
    }

    private static void chapter(String path, Chapter chapter, List<Flaw> found) {
        chinese(path + ".title", chapter.title(), "章名称", "The chapter title", found);
        if (chapter.lessons().isEmpty()) {
            found.add(Flaw.of(path + ".lessons", "这一章还没有课", "This chapter has no lesson"));
        }
        for (int l = 0; l < chapter.lessons().size(); l++) {
            lesson(path + ".lessons[" + l + "]", chapter.lessons().get(l), found);
        }
    }

    private static void lesson(String path, Lesson lesson, List<Flaw> found) {
        chinese(path + ".title", lesson.title(), "课名称", "The lesson title", found);
        switch (lesson.kind()) {
            case TEXT -> {
                LocalText text = lesson.markdown();
                if (text == null || text.zh().isBlank()) {
                    found.add(Flaw.of(path + ".markdown", "图文课还没有内容", "The text lesson has no text"));
                }
            }
            case VIDEO -> {
                if (lesson.mediaId() == null) {
                    found.add(Flaw.of(path + ".mediaId", "视频课还没有上传视频", "The video lesson has no video"));
                }
            }
            case QUIZ -> {
                if (lesson.paper() == null) {
                    found.add(Flaw.of(path + ".paper", "测验课还没有选择试卷", "The quiz lesson has no paper"));
                }
            }
        }
    }

    private static void chinese(String path, LocalText text, String zh, String en, List<Flaw> found) {
        if (text.zh().isBlank()) {
            found.add(Flaw.of(path, zh + "的中文不能为空", en + " needs Chinese text"));
        }
    }
}
