package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;

/** Applying for a grade: at which institution, with a few words of one's own. The case's id is made once, so that a second tap is the same application. */
final class ApplyDialog extends Dialog {

    private static final int MOST_WORDS = 2_000;

    private final transient PromotionApi promotion;
    private final transient Eligibility eligibility;
    private final UUID caseId = Ids.next();
    private final Select<Organisation> institution = new Select<>();
    private final TextArea statement = new TextArea(Texts.t("learn.apply.statement"));
    private final ProblemNotice problem = new ProblemNotice();

    ApplyDialog(PromotionApi promotion, Eligibility eligibility) {
        this.promotion = promotion;
        this.eligibility = eligibility;
        addClassName("jx-dialog");
        setHeaderTitle(Texts.t("learn.apply.title", Words.now().of(eligibility.gradeName())));
        List<Organisation> institutions = promotion.institutions(eligibility.occupationCode());
        institution.setLabel(Texts.t("learn.apply.institution"));
        institution.setItems(institutions);
        institution.setItemLabelGenerator(each -> Words.now().of(each.name()));
        institution.setId("apply-institution");
        if (institutions.size() == 1) {
            institution.setValue(institutions.getFirst());
        }
        statement.setMaxLength(MOST_WORDS);
        statement.setHelperText(Texts.t("learn.apply.statement.help"));
        statement.setMinRows(4);
        Div form = new Div(
                new Paragraph(Texts.t("learn.apply.text", Words.now().of(eligibility.occupation()))),
                institution,
                statement,
                problem);
        form.addClassName("jx-form");
        add(form);
        getFooter().add(Buttons.quiet(Texts.t("learn.cancel"), this::close));
        Button send = Buttons.primary(Texts.t("learn.apply.send"), this::send);
        send.setId("apply-send");
        getFooter().add(send);
    }

    private void send() {
        Organisation chosen = institution.getValue();
        if (chosen == null) {
            institution.setInvalid(true);
            institution.setErrorMessage(Texts.t("learn.apply.institution.needed"));
            institution.focus();
            return;
        }
        try {
            promotion.apply(
                    caseId,
                    new Application(
                            eligibility.occupationCode(),
                            eligibility.grade(),
                            chosen.id(),
                            statement.getValue().strip(),
                            PromotionPath.EXAMINATION));
            close();
            UI.getCurrent().navigate("case/" + caseId);
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }
}
