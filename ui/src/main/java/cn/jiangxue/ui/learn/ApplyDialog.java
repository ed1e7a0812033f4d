package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;

/**
 * Applying for a grade: by which way, at which institution, with a few words of one's own. The case's id is made once, so that a second tap is the same application.
 */
final class ApplyDialog extends FormDialog {

    private static final int MOST_WORDS = 2_000;

    private final transient PromotionApi promotion;
    private final transient WayFields way;
    private final UUID caseId = Ids.next();
    private final Select<Organisation> institution = new Select<>();
    private final TextArea statement = new TextArea(Texts.t("learn.apply.statement"));

    ApplyDialog(PromotionApi promotion, EvaluationApi evaluation, Eligibility eligibility) {
        super(Texts.t("learn.apply.title", Words.now().of(eligibility.occupation())));
        this.promotion = promotion;
        this.way = new WayFields(
                evaluation, eligibility, chosen -> institution.setVisible(chosen != PromotionPath.ENTERPRISE));
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
        ask(new Paragraph(Texts.t("learn.apply.text")));
        ask(way.fields());
        ask(institution, statement);
        sending(Texts.t("learn.apply.send"), this::send, () -> UI.getCurrent().navigate("case/" + caseId));
    }

    private void send() {
        UUID deciding = way.decidingInstitution().orElseGet(this::chosenInstitution);
        promotion.apply(caseId, way.application(deciding, statement.getValue().strip()));
    }

    private UUID chosenInstitution() {
        demand(institution);
        return institution.getValue().id();
    }
}
