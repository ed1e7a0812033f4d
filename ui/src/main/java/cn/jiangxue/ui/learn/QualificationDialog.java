package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.QualificationEdit;
import cn.jiangxue.contract.PromotionApi.QualificationName;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One title, diploma or appointment: what, for which occupation, from whom, since when. */
final class QualificationDialog extends Dialog {

    private final transient PromotionApi promotion;
    private final UUID id;
    private final transient Runnable saved;
    private final Select<QualificationName> type = new Select<>();
    private final Select<Occupation> occupation = new Select<>();
    private final TextField issuer = new TextField(Texts.t("learn.qualification.issuer"));
    private final DatePicker since = Dates.picker(Texts.t("learn.qualification.since"));
    private final ProblemNotice problem = new ProblemNotice();

    QualificationDialog(
            PromotionApi promotion,
            List<Occupation> occupations,
            UUID id,
            @Nullable Qualification known,
            Runnable saved) {
        this.promotion = promotion;
        this.id = id;
        this.saved = saved;
        addClassName("jx-dialog");
        setHeaderTitle(Texts.t("learn.qualification"));
        List<QualificationName> types = promotion.qualificationTypes();
        type.setLabel(Texts.t("learn.qualification.type"));
        type.setItems(types);
        type.setItemLabelGenerator(each -> Words.now().of(each.name()));
        occupation.setLabel(Texts.t("learn.path.occupation"));
        occupation.setItems(occupations);
        occupation.setItemLabelGenerator(each -> Words.now().of(each.name()));
        issuer.setMaxLength(100);
        if (known != null) {
            types.stream()
                    .filter(each -> each.type() == known.type())
                    .findFirst()
                    .ifPresent(type::setValue);
            occupations.stream()
                    .filter(each -> each.code().equals(known.occupationCode()))
                    .findFirst()
                    .ifPresent(occupation::setValue);
            issuer.setValue(known.issuer());
            since.setValue(known.since());
        }
        Paragraph help = new Paragraph(Texts.t("learn.qualification.help"));
        help.addClassName("jx-quiet");
        Div form = new Div(type, occupation, issuer, since, help, problem);
        form.addClassName("jx-form");
        add(form);
        getFooter().add(Buttons.quiet(Texts.t("learn.cancel"), this::close));
        getFooter().add(Buttons.primary(Texts.t("learn.save"), this::save));
    }

    private void save() {
        QualificationName what = type.getValue();
        Occupation chosen = occupation.getValue();
        LocalDate day = since.getValue();
        mark(what == null, chosen == null, day == null);
        if (what == null || chosen == null || day == null || issuer.isEmpty()) {
            return;
        }
        try {
            promotion.saveQualification(
                    id,
                    new QualificationEdit(
                            chosen.code(), what.type(), issuer.getValue().strip(), day));
            close();
            saved.run();
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }

    private void mark(boolean noType, boolean noOccupation, boolean noDay) {
        String needed = Texts.t("shell.required");
        type.setErrorMessage(needed);
        type.setInvalid(noType);
        occupation.setErrorMessage(needed);
        occupation.setInvalid(noOccupation);
        issuer.setErrorMessage(needed);
        issuer.setInvalid(issuer.isEmpty());
        since.setErrorMessage(needed);
        since.setInvalid(noDay);
    }
}
