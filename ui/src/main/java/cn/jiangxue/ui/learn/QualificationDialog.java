package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.QualificationEdit;
import cn.jiangxue.contract.PromotionApi.QualificationName;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One title, diploma or appointment: what, for which occupation, from whom, since when. */
final class QualificationDialog extends FormDialog {

    private final transient PromotionApi promotion;
    private final UUID id;
    private final Select<QualificationName> type = new Select<>();
    private final Select<Occupation> occupation;
    private final TextField issuer = new TextField(Texts.t("learn.qualification.issuer"));
    private final DatePicker since = Dates.picker(Texts.t("learn.qualification.since"));

    QualificationDialog(
            PromotionApi promotion,
            List<Occupation> occupations,
            UUID id,
            @Nullable Qualification known,
            Runnable saved) {
        super(Texts.t("learn.qualification"));
        this.promotion = promotion;
        this.id = id;
        List<QualificationName> types = promotion.qualificationTypes();
        type.setLabel(Texts.t("learn.qualification.type"));
        type.setItems(types);
        type.setItemLabelGenerator(each -> Words.now().of(each.name()));
        occupation = OccupationNames.choice(occupations, known == null ? null : known.occupationCode());
        issuer.setMaxLength(100);
        if (known != null) {
            types.stream()
                    .filter(each -> each.type() == known.type())
                    .findFirst()
                    .ifPresent(type::setValue);
            issuer.setValue(known.issuer());
            since.setValue(known.since());
        }
        Paragraph help = new Paragraph(Texts.t("learn.qualification.help"));
        help.addClassName("jx-quiet");
        ask(type, occupation, issuer, since, help);
        sending(Texts.t("learn.save"), this::save, saved);
    }

    private void save() {
        demand(type, occupation, issuer, since);
        promotion.saveQualification(
                id,
                new QualificationEdit(
                        occupation.getValue().code(),
                        type.getValue().type(),
                        issuer.getValue().strip(),
                        since.getValue()));
    }
}
