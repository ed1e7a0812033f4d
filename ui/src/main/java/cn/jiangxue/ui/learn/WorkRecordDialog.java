package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stretch of work: where, as what, from when until when. */
final class WorkRecordDialog extends Dialog {

    private final transient PromotionApi promotion;
    private final UUID id;
    private final transient Runnable saved;
    private final Select<Occupation> occupation = new Select<>();
    private final TextField employer = new TextField(Texts.t("learn.work.employer"));
    private final DatePicker from = Dates.picker(Texts.t("learn.work.from"));
    private final DatePicker to = Dates.picker(Texts.t("learn.work.to"));
    private final ProblemNotice problem = new ProblemNotice();

    WorkRecordDialog(
            PromotionApi promotion,
            List<Occupation> occupations,
            UUID id,
            @Nullable WorkRecord record,
            Runnable saved) {
        this.promotion = promotion;
        this.id = id;
        this.saved = saved;
        addClassName("jx-dialog");
        setHeaderTitle(Texts.t("learn.work.dialog"));
        occupation.setLabel(Texts.t("learn.path.occupation"));
        occupation.setItems(occupations);
        occupation.setItemLabelGenerator(each -> Words.now().of(each.name()));
        employer.setMaxLength(100);
        to.setHelperText(Texts.t("learn.work.to.help"));
        if (record != null) {
            occupations.stream()
                    .filter(each -> each.code().equals(record.occupationCode()))
                    .findFirst()
                    .ifPresent(occupation::setValue);
            employer.setValue(record.employer());
            from.setValue(record.from());
            to.setValue(record.to());
        }
        Div dates = new Div(from, to);
        dates.addClassName("jx-form-row");
        Div form = new Div(occupation, employer, dates, problem);
        form.addClassName("jx-form");
        add(form);
        getFooter().add(Buttons.quiet(Texts.t("learn.cancel"), this::close));
        getFooter().add(Buttons.primary(Texts.t("learn.save"), this::save));
    }

    private void save() {
        Occupation chosen = occupation.getValue();
        LocalDate since = from.getValue();
        mark(chosen == null, since == null);
        if (chosen == null || since == null || employer.isEmpty()) {
            return;
        }
        try {
            promotion.saveWorkRecord(
                    id, new WorkRecordEdit(chosen.code(), employer.getValue().strip(), since, to.getValue()));
            close();
            saved.run();
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }

    private void mark(boolean noOccupation, boolean noStart) {
        String needed = Texts.t("shell.required");
        occupation.setErrorMessage(needed);
        occupation.setInvalid(noOccupation);
        employer.setErrorMessage(needed);
        employer.setInvalid(employer.isEmpty());
        from.setErrorMessage(needed);
        from.setInvalid(noStart);
    }
}
