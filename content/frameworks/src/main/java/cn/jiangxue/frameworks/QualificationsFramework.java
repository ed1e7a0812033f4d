package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.util.List;

/**
 * Levels by which grades, titles and degrees can be compared.
 *
 * @param version awards keep the version they were made under
 * @param levels lowest first; every grade stands at exactly one
 * @param bridges from grades to titles
 */
public record QualificationsFramework(
        String id,
        String version,
        LocalText name,
        LocalText basis,
        Source source,
        CreditUnit creditUnit,
        List<FrameworkLevel> levels,
        List<TitleBridge> bridges) {
    public QualificationsFramework {
        levels = List.copyOf(levels);
        bridges = List.copyOf(bridges);
    }

    /** The level at which a grade stands. */
    public FrameworkLevel levelOf(Grade grade) {
        return levels.stream()
                .filter(level -> level.grades().contains(grade))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("grade without a level: " + grade));
    }
}
