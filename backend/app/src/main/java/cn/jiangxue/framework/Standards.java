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
import cn.jiangxue.platform.CivilTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What the rules of the day are read from: the standards and the framework in force, and those that were. All of it is in memory; {@link AdoptedVersions} brings in
 * what was adopted. Until the store was read once, and where there is none, it answers by the sample data. Data that does not pass its checks keeps the service from starting.
 */
@Component
public class Standards {

    private final FrameworkData data;
    private final Supplier<LocalDate> today;
    private volatile Held held;

    /** The framework is one: versions of another id are not taken. */
    record Held(Editions<OccupationalStandard> standards, Editions<QualificationsFramework> frameworks) {}

    @Autowired
    Standards(CivilTime time) {
        this(Frameworks.load(), time::today);
    }

    private Standards(FrameworkData data, Supplier<LocalDate> today) {
        this.data = data;
        this.today = today;
        this.held = new Held(new Editions<>(), new Editions<>());
        data.standards()
                .forEach(standard -> held.standards()
                        .put(standard.occupation().code(), standard.edition(), LocalDate.MIN, standard));
        held.frameworks().put(data.framework().id(), data.framework().version(), LocalDate.MIN, data.framework());
    }

    /** The same over fixed data, in force on every day. */
    public static Standards of(FrameworkData data) {
        return new Standards(data, () -> LocalDate.MAX);
    }

    /** Over fixed data whose newer editions are brought in by {@link #hold}. */
    static Standards of(FrameworkData data, CivilTime time) {
        return new Standards(data, time::today);
    }

    /** From now on these, and no sample data. */
    void hold(Held adopted) {
        held = adopted;
    }

    Held held() {
        return held;
    }

    /** The framework in force today. */
    public QualificationsFramework framework() {
        String id = data.framework().id();
        return held.frameworks().on(id, today.get()).orElse(data.framework());
    }

    /** Of every occupation the standard in force today, by code. */
    public List<OccupationalStandard> all() {
        return held.standards().allOn(today.get());
    }

    /** The standard of an occupation in force today; empty for one without. */
    public Optional<OccupationalStandard> standard(String occupationCode) {
        return standard(occupationCode, today.get());
    }

    /** The standard of an occupation in force on that civil date; empty when there was none. */
    public Optional<OccupationalStandard> standard(String occupationCode, LocalDate day) {
        return held.standards().on(occupationCode, day);
    }

    /** The edition of that name, in force or not: what a case begun under it is judged by. Empty for one that never was adopted. */
    public Optional<OccupationalStandard> edition(String occupationCode, String edition) {
        return held.standards().named(occupationCode, edition);
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
        return held.standards()
                .newest(occupationCode)
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
