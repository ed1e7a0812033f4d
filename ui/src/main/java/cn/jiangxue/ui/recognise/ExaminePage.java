package cn.jiangxue.ui.recognise;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.contract.ExaminationApi.Examination;
import cn.jiangxue.contract.ExaminationApi.Mark;
import cn.jiangxue.contract.ExaminationApi.Part;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.ui.files.EvidencePanel;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseBadge;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.ExaminationPanel;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One application under examination as an assessor sees it: the parts, the marks, and a mark to record. */
@Route("examine/:caseId([0-9a-f-]{36})")
@RolesAllowed("ASSESSOR")
class ExaminePage extends Page implements BeforeEnterObserver {

    private final transient PromotionApi promotion;
    private final transient ExaminationApi examination;
    private final transient MediaApi media;
    private final transient CurrentPerson person;

    ExaminePage(PromotionApi promotion, ExaminationApi examination, MediaApi media, CurrentPerson person) {
        super("recognise.exam");
        this.promotion = promotion;
        this.examination = examination;
        this.media = media;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(promotion.promotionCase(Ids.of(event.getRouteParameters(), "caseId")));
    }

    private void show(Case c) {
        removeAll();
        String title = c.learnerName() + " · " + words().of(c.gradeName());
        titled(title);
        MarkDialogs dialogs = new MarkDialogs(examination, c, this::show);
        Div column = new Div();
        column.addClassName("jx-column");
        Examination exam = c.examination();
        if (exam != null) {
            column.add(new ExaminationPanel(exam, mark -> correction(c, mark, dialogs)));
        }
        column.add(EvidencePanel.of(promotion, media, c, false, this::show));
        Div side = new Div(
                toMark(c, exam == null ? List.of() : exam.parts(), dialogs),
                new Panel(t("learn.case.history"), new CaseHistory(c.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(title)
                        .above(Links.back("/" + ExaminationsPage.PATH, t("recognise.exams")))
                        .lead(words().of(c.occupation()) + " · " + words().of(c.institutionName()))
                        .with(CaseBadge.of(c.state())),
                columns);
    }

    private Panel toMark(Case c, List<Part> parts, MarkDialogs dialogs) {
        Panel panel = new Panel(t("recognise.exam.toMark"));
        List<Part> open = c.state() == CaseState.IN_EXAMINATION
                ? parts.stream().filter(part -> part.state() == PartState.OPEN).toList()
                : List.of();
        if (open.isEmpty()) {
            boolean unconfirmed = parts.stream().anyMatch(part -> part.state() == PartState.UNCONFIRMED);
            panel.add(new Paragraph(t(unconfirmed ? "recognise.exam.unconfirmed" : "recognise.exam.nothing")));
            return panel;
        }
        Paragraph text = new Paragraph(t("recognise.exam.text"));
        text.addClassName("jx-quiet");
        Div actions = new Div();
        actions.addClassName("jx-stack");
        open.forEach(part -> actions.add(record(part, dialogs)));
        panel.add(text, actions);
        return panel;
    }

    private static Button record(Part part, MarkDialogs dialogs) {
        Button record = Buttons.primary(
                t("recognise.exam.mark", words().of(part.name()), part.sitting()), () -> dialogs.mark(part));
        record.setId("mark-" + part.part().name().toLowerCase(Locale.ROOT));
        return record;
    }

    /** One's own mark in force, while it is examined; the service refuses what is no longer the newest sitting. */
    private Optional<Component> correction(Case c, Mark mark, MarkDialogs dialogs) {
        boolean own = mark.assessorId().equals(person.get().me().personId());
        if (!own || !mark.inForce() || c.state() != CaseState.IN_EXAMINATION) {
            return Optional.empty();
        }
        Button correct = Buttons.icon(Icon.EDIT, t("recognise.exam.correct"), () -> dialogs.correct(mark));
        correct.addClassName("jx-correct-mark");
        return Optional.of(correct);
    }
}
