package cn.jiangxue.transfer;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.NamedSpan;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.transfer.AcademicCalendar.Span;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A programme as it is written down, turned into the words of the engine. */
final class ProgrammeContents {

    private ProgrammeContents() {}

    /** @throws IllegalArgumentException for a content that contradicts itself */
    static Programme programme(String id, int version, ProgrammeContent content) {
        return new Programme(
                id,
                version,
                content.name(),
                content.institution().toString(),
                content.level(),
                content.targets().stream().map(ProgrammeContents::target).toList(),
                content.caps().stream().map(cap -> cap(cap, content)).toList(),
                content.floors().stream().map(floor -> floor(floor, content)).toList(),
                exclusions(content),
                new AcademicCalendar(spans(content.years()), spans(content.terms())),
                content.categories(),
                RuleContents.grounds(content.grounds()));
    }

    private static Target target(ProgrammeTarget target) {
        return new Target(
                target.id(),
                target.name(),
                new Credits(target.milli()),
                target.category(),
                target.level(),
                target.units());
    }

    private static Cap cap(ProgrammeCap cap, ProgrammeContent content) {
        Limit most = cap.outcomes() != null
                ? new Limit.Count(cap.outcomes())
                : amount(cap.mostMilli(), cap.mostPercent(), content);
        return new Cap(
                cap.id(), Cap.Scope.valueOf(cap.over().name()), cap.key(), most, RuleContents.grounds(cap.grounds()));
    }

    private static Floor floor(ProgrammeFloor floor, ProgrammeContent content) {
        Floor.Where where = switch (floor.over()) {
            case TOTAL -> new Floor.InTotal();
            case RESIDENCY -> new Floor.Residency();
            case LEVELS ->
                new Floor.AtLevels(
                        Objects.requireNonNullElse(floor.firstLevel(), 1),
                        Objects.requireNonNullElse(floor.lastLevel(), Integer.MAX_VALUE));
            case CATEGORY -> new Floor.InCategory(Objects.requireNonNullElse(floor.category(), ""));
        };
        return new Floor(
                floor.id(),
                where,
                amount(floor.leastMilli(), floor.leastPercent(), content),
                RuleContents.grounds(floor.grounds()));
    }

    private static Limit.OfCredit amount(@Nullable Long milli, @Nullable BigDecimal percent, ProgrammeContent content) {
        if (percent != null) {
            return new Limit.Share(percent, new Credits(content.totalMilli()), content.name());
        }
        return new Limit.Absolute(new Credits(Objects.requireNonNullElse(milli, 0L)));
    }

    private static List<Exclusion> exclusions(ProgrammeContent content) {
        List<Exclusion> exclusions = new ArrayList<>();
        if (content.highestOnly() != null) {
            exclusions.add(new Exclusion.HighestOfGroup(null, RuleContents.grounds(content.highestOnly())));
        }
        if (content.neverExemptibleGrounds() != null) {
            exclusions.add(new Exclusion.NeverExemptible(
                    Set.copyOf(content.neverExemptible()), RuleContents.grounds(content.neverExemptibleGrounds())));
        }
        return exclusions;
    }

    private static List<Span> spans(List<NamedSpan> spans) {
        return spans.stream()
                .map(span -> new Span(span.id(), span.from(), span.until()))
                .toList();
    }
}
