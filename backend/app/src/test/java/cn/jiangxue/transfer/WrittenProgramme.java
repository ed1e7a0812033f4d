package cn.jiangxue.transfer;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme of the sample book that a test changes part by part. */
public final class WrittenProgramme {

    public LocalText name;
    public UUID institution;
    public @Nullable Integer level;
    public long totalMilli;
    public LocalDate from;
    public @Nullable LocalDate until;
    public Map<String, LocalText> categories;
    public List<ProgrammeTarget> targets;
    public List<ProgrammeCap> caps;
    public List<ProgrammeFloor> floors;
    public @Nullable RuleGrounds highestOnly;
    public List<String> never;
    public @Nullable RuleGrounds neverGrounds;
    public List<NamedSpan> years;
    public List<NamedSpan> terms;
    public RuleGrounds grounds;

    /** The mechatronics diploma of the sample. */
    public WrittenProgramme() {
        this(RuleBookFixture.SAMPLE.programmes().getFirst().content());
    }

    public WrittenProgramme(ProgrammeContent like) {
        name = like.name();
        institution = like.institution();
        level = like.level();
        totalMilli = like.totalMilli();
        from = like.effectiveFrom();
        until = like.effectiveUntil();
        categories = like.categories();
        targets = like.targets();
        caps = like.caps();
        floors = like.floors();
        highestOnly = like.highestOnly();
        never = like.neverExemptible();
        neverGrounds = like.neverExemptibleGrounds();
        years = like.years();
        terms = like.terms();
        grounds = like.grounds();
    }

    public ProgrammeContent content() {
        return new ProgrammeContent(
                name,
                institution,
                level,
                totalMilli,
                from,
                until,
                categories,
                targets,
                caps,
                floors,
                highestOnly,
                never,
                neverGrounds,
                years,
                terms,
                grounds);
    }
}
