package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.contract.ExaminationApi.Mark;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.ExaminationApi.Part;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.ui.parts.ExaminationPanel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Consumer;

/** Recording and correcting a mark. Its id is made when the dialog opens: a second tap is the same mark. */
final class MarkDialogs {

    private static final int MOST_REASON = 2_000;
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final ExaminationApi examination;
    private final Case c;
    private final Consumer<Case> done;

    MarkDialogs(ExaminationApi examination, Case c, Consumer<Case> done) {
        this.examination = examination;
        this.c = c;
        this.done = done;
    }

    void mark(Part part) {
        UUID id = Ids.next();
        BigDecimalField points = points();
        new FormDialog(
                        Texts.t("recognise.exam.mark", Words.now().of(part.name()), part.sitting()),
                        new Paragraph(Words.now().of(part.asked())),
                        points)
                .asking(
                        Texts.t("recognise.exam.send"),
                        () -> examination.mark(
                                c.id(), id, new MarkEdit(part.part(), part.sitting(), tenths(points), null, "")),
                        done)
                .open();
    }

    void correct(Mark mark) {
        UUID id = Ids.next();
        BigDecimalField points = points();
        TextArea reason = new TextArea(Texts.t("recognise.reason"));
        reason.setMinRows(3);
        reason.setMaxLength(MOST_REASON);
        reason.setHelperText(Texts.t("recognise.reason.needed"));
        reason.setId("mark-reason");
        new FormDialog(
                        Texts.t("recognise.exam.correct"),
                        new Paragraph(Texts.t("recognise.exam.correct.text", ExaminationPanel.points(mark.tenths()))),
                        points,
                        reason)
                .asking(
                        Texts.t("recognise.exam.send"),
                        () -> {
                            int tenths = tenths(points);
                            FormDialog.demand(reason);
                            return examination.mark(
                                    c.id(),
                                    id,
                                    new MarkEdit(
                                            mark.part(),
                                            mark.sitting(),
                                            tenths,
                                            mark.id(),
                                            reason.getValue().strip()));
                        },
                        done)
                .open();
    }

    private static BigDecimalField points() {
        BigDecimalField points = new BigDecimalField(Texts.t("recognise.exam.points"));
        points.setHelperText(Texts.t("recognise.exam.points.help"));
        points.setId("mark-points");
        return points;
    }

    /** What does not fit the scale goes as a mark beyond it: the service says why it is refused. */
    private static int tenths(BigDecimalField points) {
        FormDialog.demand(points);
        BigDecimal value = points.getValue().stripTrailingZeros();
        return value.scale() > 1 || value.signum() < 0 || value.compareTo(FULL) > 0
                ? -1
                : value.movePointRight(1).intValueExact();
    }
}
