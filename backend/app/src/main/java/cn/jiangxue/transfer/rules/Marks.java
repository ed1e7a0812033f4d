package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Recording;
import cn.jiangxue.transfer.Recording.Band;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** How the grade of what is replaced is recorded. */
final class Marks {

    private static final LocalText EXEMPT = Wording.text("免修", "Exempt");
    private static final LocalText PASS = Wording.text("合格", "Pass");

    private Marks() {}

    static LocalText of(Recording recording, List<Outcome> sources) {
        return switch (recording) {
            case Recording.Exempt _ -> EXEMPT;
            case Recording.Pass _ -> PASS;
            case Recording.Converted converted -> converted(converted, sources);
        };
    }

    /** By the lowest score; a source without one cannot be converted, so the mark is a pass. */
    private static LocalText converted(Recording.Converted converted, List<Outcome> sources) {
        if (sources.stream().anyMatch(source -> source.scorePercent() == null)) {
            return PASS;
        }
        BigDecimal lowest = sources.stream()
                .map(source -> Objects.requireNonNull(source.scorePercent()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return converted.bands().stream()
                .filter(band -> lowest.compareTo(band.fromPercent()) >= 0)
                .max(Comparator.comparing(Band::fromPercent))
                .map(Band::mark)
                .orElse(PASS);
    }
}
