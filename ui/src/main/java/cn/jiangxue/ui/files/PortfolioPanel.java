package cn.jiangxue.ui.files;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.Claim;
import cn.jiangxue.contract.PriorLearningApi.ClaimAct;
import cn.jiangxue.contract.PriorLearningApi.ClaimedUnit;
import cn.jiangxue.contract.PriorLearningApi.PortfolioFile;
import cn.jiangxue.contract.PriorLearningApi.PortfolioFileEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import java.util.function.Consumer;

/** The portfolio of a claim: its files, and, for the claimant while the claim is open, a place for more, with the units that each speaks for. */
public final class PortfolioPanel {

    private PortfolioPanel() {}

    /** {@code changed} hears of the claim after something was attached. */
    public static Div of(PriorLearningApi claims, MediaApi media, Claim claim, Consumer<Claim> changed) {
        boolean mayAttach = claim.acts().contains(ClaimAct.ATTACH);
        CheckboxGroup<ClaimedUnit> units = new CheckboxGroup<>(Texts.t("files.portfolio.units"));
        units.setItems(claim.units());
        units.setItemLabelGenerator(unit -> Words.now().of(unit.name()));
        units.select(claim.units());
        units.setId("portfolio-units");
        EvidencePanel panel = new EvidencePanel(
                media,
                claim.id(),
                claim.files().stream().map(PortfolioFile::file).toList(),
                mayAttach,
                new EvidencePanel.Shelf() {
                    @Override
                    public EvidenceLink open(UUID evidenceId) {
                        return claims.open(claim.id(), evidenceId);
                    }

                    @Override
                    public void attach(UUID evidenceId, EvidenceEdit edit) {
                        changed.accept(claims.attach(
                                claim.id(),
                                evidenceId,
                                new PortfolioFileEdit(
                                        units.getValue().stream()
                                                .map(ClaimedUnit::id)
                                                .toList(),
                                        edit)));
                    }
                });
        if (mayAttach) {
            panel.asking(units);
        }
        return new Div(panel);
    }
}
