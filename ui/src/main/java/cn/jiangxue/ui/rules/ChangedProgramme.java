package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A programme of which one form replaces its part. */
final class ChangedProgramme {

    LocalText name;

    @Nullable
    Integer level;

    long totalMilli;
    LocalDate effectiveFrom;

    @Nullable
    LocalDate effectiveUntil;

    Map<String, LocalText> categories;
    List<ProgrammeTarget> targets;
    List<ProgrammeCap> caps;
    List<ProgrammeFloor> floors;

    @Nullable
    RuleGrounds highestOnly;

    List<String> neverExemptible;

    @Nullable
    RuleGrounds neverExemptibleGrounds;

    List<NamedSpan> years;
    List<NamedSpan> terms;
    RuleGrounds grounds;

    private ChangedProgramme(ProgrammeContent of) {
        name = of.name();
        level = of.level();
        totalMilli = of.totalMilli();
        effectiveFrom = of.effectiveFrom();
        effectiveUntil = of.effectiveUntil();
        categories = of.categories();
        targets = of.targets();
        caps = of.caps();
        floors = of.floors();
        highestOnly = of.highestOnly();
        neverExemptible = of.neverExemptible();
        neverExemptibleGrounds = of.neverExemptibleGrounds();
        years = of.years();
        terms = of.terms();
        grounds = of.grounds();
    }

    static ProgrammeContent of(ProgrammeContent content, Consumer<ChangedProgramme> change) {
        ChangedProgramme next = new ChangedProgramme(content);
        change.accept(next);
        return new ProgrammeContent(
                next.name,
                content.institution(),
                next.level,
                next.totalMilli,
                next.effectiveFrom,
                next.effectiveUntil,
                next.categories,
                next.targets,
                next.caps,
                next.floors,
                next.highestOnly,
                next.neverExemptible,
                next.neverExemptibleGrounds,
                next.years,
                next.terms,
                next.grounds);
    }
}
