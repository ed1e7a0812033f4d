package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stretch of work: where, as what, from when until when. */
final class WorkRecordDialog extends FormDialog {

    private final transient PromotionApi promotion;
    private final UUID id;
    private final Select<Occupation> occupation;
    private final TextField employer = new TextField(Texts.t("learn.work.employer"));
    private final DatePicker from = Dates.picker(Texts.t("learn.work.from"));
    private final DatePicker to = Dates.picker(Texts.t("learn.work.to"));

    WorkRecordDialog(
            PromotionApi promotion,
            List<Occupation> occupations,
            UUID id,
            @Nullable WorkRecord record,
            Runnable saved) {
        super(Texts.t("learn.work.dialog"));
        this.promotion = promotion;
        this.id = id;
        occupation = OccupationNames.choice(occupations, record == null ? null : record.occupationCode());
        employer.setMaxLength(100);
        to.setHelperText(Texts.t("learn.work.to.help"));
        if (record != null) {
            employer.setValue(record.employer());
            from.setValue(record.from());
            to.setValue(record.to());
        }
        ask(occupation, employer, FormDialog.row(from, to));
        sending(Texts.t("learn.save"), this::save, saved);
    }

    private void save() {
        demand(occupation, employer, from);
        promotion.saveWorkRecord(
                id,
                new WorkRecordEdit(
                        occupation.getValue().code(), employer.getValue().strip(), from.getValue(), to.getValue()));
    }
}
