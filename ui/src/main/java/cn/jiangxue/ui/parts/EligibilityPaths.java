package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.PathResult;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;

/** The alternatives of a grade, the nearest first and open: within one, every condition must hold; any one suffices. */
public final class EligibilityPaths extends Div {

    public EligibilityPaths(Eligibility eligibility) {
        addClassName("jx-paths");
        if (eligibility.paths().size() > 1) {
            Paragraph any =
                    new Paragraph(Texts.t("parts.anyPath", eligibility.paths().size()));
            any.addClassName("jx-quiet");
            add(any);
        }
        List<PathResult> nearestFirst = eligibility.paths().stream()
                .sorted(Comparator.comparingDouble(EligibilityPaths::share).reversed())
                .toList();
        boolean first = true;
        for (PathResult path : nearestFirst) {
            add(path(path, first));
            first = false;
        }
    }

    private static double share(PathResult path) {
        return path.findings().isEmpty()
                ? 1
                : (double) path.findings().stream().filter(Finding::met).count()
                        / path.findings().size();
    }

    private static Details path(PathResult path, boolean open) {
        long met = path.findings().stream().filter(Finding::met).count();
        Span name = new Span(Words.now().of(path.name()));
        name.addClassName("jx-row-title");
        Badge badge = new Badge(
                Texts.t("parts.metOf", met, path.findings().size()), path.met() ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
        Div summary = new Div(name, badge);
        summary.addClassName("jx-path-summary");
        Details details = new Details(summary, new FindingList(path.findings()));
        details.setOpened(open);
        return details;
    }
}
