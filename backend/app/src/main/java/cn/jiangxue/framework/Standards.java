package cn.jiangxue.framework;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.frameworks.FrameworkData;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.Occupation;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.frameworks.OutcomeType;
import cn.jiangxue.frameworks.QualificationsFramework;
import cn.jiangxue.frameworks.TransferRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the rules of the day are read from. Data that does not pass its checks keeps the service from starting. */
@Component
public class Standards {

    private final FrameworkData data;

    Standards() {
        this(Frameworks.load());
    }

    private Standards(FrameworkData data) {
        this.data = data;
    }

    /** The same over other data. */
    public static Standards of(FrameworkData data) {
        return new Standards(data);
    }

    public QualificationsFramework framework() {
        return data.framework();
    }

    public List<OccupationalStandard> all() {
        return data.standards();
    }

    /** The standard of an occupation; empty for one without. */
    public Optional<OccupationalStandard> standard(String occupationCode) {
        return data.standard(occupationCode);
    }

    /** The credit unit with this id, or empty. */
    public Optional<CreditUnit> creditUnit(String id) {
        return data.creditUnits().stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    public List<CreditUnit> creditUnits() {
        return data.creditUnits();
    }

    /** What an occupation is called; its code when there is no standard for it. */
    public LocalText occupationName(String occupationCode) {
        return standard(occupationCode)
                .map(OccupationalStandard::occupation)
                .map(Occupation::name)
                .orElse(new LocalText(occupationCode, occupationCode));
    }

    /** The version of the rule by which such an outcome of that civil date becomes credit; empty when none is in force. */
    public Optional<TransferRule> transferRule(OutcomeType from, LocalDate attainedOn) {
        return data.transferRule(from, attainedOn);
    }

    public List<TransferRule> transferRules() {
        return data.transferRules();
    }
}
