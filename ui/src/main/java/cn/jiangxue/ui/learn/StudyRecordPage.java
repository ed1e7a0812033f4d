package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.LessonProgress;
import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.contract.LearningApi.StudySegment;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** The append-only record of one lesson: which stretches were played, which seconds counted, which did not and why. */
@Route("account/study/:enrolmentId/:lessonId")
@RolesAllowed("LEARNER")
class StudyRecordPage extends Page implements BeforeEnterObserver {

    private final transient LearningApi learning;

    StudyRecordPage(LearningApi learning) {
        super("learn.record");
        this.learning = learning;
        addClassName("jx-narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID enrolmentId = Ids.of(event.getRouteParameters(), "enrolmentId");
        UUID lessonId = Ids.of(event.getRouteParameters(), "lessonId");
        Enrolment enrolment = learning.enrolment(enrolmentId);
        removeAll();
        add(new PageHeader(t("learn.record"))
                .above(Links.back("/lesson/" + enrolmentId + "/" + lessonId, t("learn.record.lesson")))
                .lead(t("learn.record.lead")));
        enrolment.lessons().stream()
                .filter(progress -> progress.lessonId().equals(lessonId))
                .findFirst()
                .ifPresent(progress -> add(summary(progress)));
        add(new Panel(
                t("learn.record.segments"),
                new KeysetList<>(
                        cursor -> learning.segments(enrolmentId, lessonId, cursor),
                        StudyRecordPage::row,
                        () -> new EmptyState(Icon.CLOCK, t("learn.record.none"), t("learn.record.none.text")))));
    }

    private static Component summary(LessonProgress progress) {
        return new Panel(
                t("learn.record.summary"),
                new Facts()
                        .with(t("learn.record.covered"), words().duration(progress.coveredSeconds()))
                        .with(t("learn.record.needed"), words().duration(progress.neededSeconds()))
                        .with(t("learn.record.study"), words().duration(progress.studySeconds())),
                new CoverageBar(progress.covered(), progress.durationSeconds()));
    }

    private static Component row(StudySegment segment) {
        Span title = new Span(Words.clock(segment.from()) + " – " + Words.clock(segment.to()));
        title.addClassNames("jx-row-title", "jx-number");
        Span small = new Span(when(segment) + why(segment.why()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        boolean counted = segment.countedSeconds() > 0;
        Badge badge = new Badge(
                counted
                        ? t("learn.record.counted", words().duration(segment.countedSeconds()))
                        : t("learn.record.notCounted"),
                counted ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
        Div row = new Div(body, badge);
        row.addClassName("jx-row");
        return row;
    }

    private static String when(StudySegment segment) {
        String first = words().dateTime(segment.since());
        String last = words().dateTime(segment.receivedAt());
        return first.equals(last) ? last : first + " – " + last;
    }

    private static String why(@org.jspecify.annotations.Nullable NotCounted why) {
        return why == null ? "" : " · " + t("learn.why." + why);
    }
}
