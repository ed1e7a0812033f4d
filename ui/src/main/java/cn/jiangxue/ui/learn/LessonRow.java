package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.LessonView;
import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.LessonProgress;
import cn.jiangxue.contract.LearningApi.LessonState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.LessonIcon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lesson in a list: its kind, title, length, and whether it is done; a link for those enrolled. */
final class LessonRow {

    private LessonRow() {}

    static Component of(LessonView lesson, @Nullable Enrolment enrolment, boolean current) {
        LessonState state =
                progress(enrolment, lesson).map(LessonProgress::state).orElse(LessonState.NOT_STARTED);
        Span mark = new Span(
                state == LessonState.COMPLETE
                        ? Icon.CHECK.svg()
                        : LessonIcon.of(lesson.kind()).svg());
        mark.addClassNames("jx-lesson-mark", "jx-lesson-" + state.name().toLowerCase(java.util.Locale.ROOT));
        Span title = new Span(Words.now().of(lesson.title()));
        title.addClassName("jx-row-title");
        Span small = new Span(Texts.t("learn.kind." + lesson.kind()) + " · "
                + Words.now().minutes(lesson.nominalMinutes())
                + (enrolment == null ? "" : " · " + Texts.t("learn.state." + state)));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        if (enrolment == null) {
            Div row = new Div(mark, body);
            row.addClassName("jx-row");
            return row;
        }
        Anchor row = Links.to("/lesson/" + enrolment.id() + "/" + lesson.id(), mark, body);
        row.addClassName("jx-row");
        if (current) {
            row.getElement().setAttribute("aria-current", "page");
        }
        return row;
    }

    static Optional<LessonProgress> progress(@Nullable Enrolment enrolment, LessonView lesson) {
        return enrolment == null
                ? Optional.empty()
                : enrolment.lessons().stream()
                        .filter(p -> p.lessonId().equals(lesson.id()))
                        .findFirst();
    }
}
