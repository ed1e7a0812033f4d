package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.LearningApi.Span;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A video as a bar, with the part that was seen filled in. The same in words for those who do not see it. */
final class CoverageBar extends Div {

    CoverageBar(List<Span> covered, int durationSeconds) {
        addClassName("jx-coverage");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", Texts.t("learn.record.bar", inWords(covered)));
        if (durationSeconds > 0) {
            covered.forEach(span -> add(part(span, durationSeconds)));
        }
    }

    private static Div part(Span span, int durationSeconds) {
        Div part = new Div();
        part.getStyle().set("left", percent(span.from(), durationSeconds));
        part.getStyle().set("width", percent(span.to() - span.from(), durationSeconds));
        return part;
    }

    private static String percent(int seconds, int of) {
        return String.format(Locale.ROOT, "%.2f%%", Math.min(100, 100.0 * seconds / of));
    }

    private static String inWords(List<Span> covered) {
        return covered.isEmpty()
                ? "–"
                : covered.stream()
                        .map(span -> Words.clock(span.from()) + "–" + Words.clock(span.to()))
                        .collect(Collectors.joining(", "));
    }
}
