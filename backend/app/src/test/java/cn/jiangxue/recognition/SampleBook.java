package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.Review;
import cn.jiangxue.frameworks.Source;
import cn.jiangxue.transfer.AcademicCalendar;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.Demands;
import cn.jiangxue.transfer.Exclusion;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Recording;
import cn.jiangxue.transfer.RuleBook;
import cn.jiangxue.transfer.RuleRef;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import cn.jiangxue.transfer.Validity;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Programmes of one institution, one for each way to review. */
final class SampleBook implements RuleBook {

    static final String AUTOMATIC = "p-automatic";
    static final String PANEL = "p-panel";
    static final String JOINT = "p-joint";
    static final String GRADES = "p-grades";
    static final String PAIR = "p-pair";
    static final String ELSEWHERE = "p-elsewhere";

    private static final Grounds GROUNDS =
            new Grounds(text("样例规则"), new LocalText("样例办法第一条", "Sample measures, article 1"), Source.SAMPLE);

    private final Map<String, Programme> programmes = new ConcurrentHashMap<>();
    private final Map<String, List<RuleVersion>> rules = new ConcurrentHashMap<>();

    SampleBook(UUID institution, UUID partner) {
        String own = institution.toString();
        put(programme(AUTOMATIC, own, List.of()), rule("auto", Review.AUTOMATIC, Set.of(own), pool(), fixed("2")));
        put(
                programme(
                        PANEL,
                        own,
                        List.of(new Target(
                                "basics",
                                text("机械基础"),
                                Credits.whole(3),
                                "core",
                                3,
                                Map.of("u1", new BigDecimal("0.35"))))),
                rule(
                        "panel",
                        Review.PANEL,
                        Set.of(own),
                        new Grant.Whole(List.of("basics")),
                        new CreditBasis.CopyTarget()));
        put(
                programme(JOINT, own, List.of()),
                rule("joint", Review.BOTH_INSTITUTIONS, Set.of(own, partner.toString()), pool(), fixed("4")));
        put(programme(GRADES, own, List.of()), grades(own));
        put(programme(PAIR, own, List.of()), pair(own));
        put(
                programme(ELSEWHERE, "school-not-here", List.of()),
                rule("elsewhere", Review.AUTOMATIC, Set.of("school-not-here"), pool(), fixed("1")));
    }

    /** Another version of the rule of the automatic programme, in force from now on. */
    void raise(String credits) {
        String own = programmes.get(AUTOMATIC).institution();
        RuleVersion before = rules.get(AUTOMATIC).getFirst();
        RuleVersion after = version(
                new RuleRef("auto", 2),
                Review.AUTOMATIC,
                Set.of(own),
                SourceSlot.any(OutcomeKind.COURSE),
                pool(),
                fixed(credits));
        rules.put(AUTOMATIC, List.of(before, after));
    }

    private static RuleVersion grades(String own) {
        return version(
                new RuleRef("grades", 1),
                Review.AUTOMATIC,
                Set.of(own),
                SourceSlot.any(OutcomeKind.SKILL_GRADE),
                pool(),
                new CreditBasis.Table(
                        CreditBasis.Key.LEVEL,
                        List.of(
                                new CreditBasis.Row(BigDecimal.ONE, Credits.whole(4)),
                                new CreditBasis.Row(new BigDecimal("3"), Credits.whole(8)),
                                new CreditBasis.Row(new BigDecimal("4"), Credits.whole(12)))));
    }

    /** A course and a grade together. */
    private static RuleVersion pair(String own) {
        return version(
                new RuleRef("pair", 1),
                Review.AUTOMATIC,
                Set.of(own),
                List.of(SourceSlot.any(OutcomeKind.COURSE), SourceSlot.any(OutcomeKind.SKILL_GRADE)),
                pool(),
                fixed("6"));
    }

    private void put(Programme programme, RuleVersion rule) {
        programmes.put(programme.id(), programme);
        rules.put(programme.id(), List.of(rule));
    }

    private static Programme programme(String id, String institution, List<Target> targets) {
        return new Programme(
                id,
                7,
                new LocalText("机电技术专业 " + id, "Mechatronics " + id),
                institution,
                5,
                targets,
                List.of(),
                List.of(),
                List.of(new Exclusion.HighestOfGroup(null, GROUNDS)),
                AcademicCalendar.CIVIL,
                Map.of(),
                GROUNDS);
    }

    private static RuleVersion rule(String id, Review review, Set<String> parties, Grant grant, CreditBasis credit) {
        return version(new RuleRef(id, 1), review, parties, SourceSlot.any(OutcomeKind.COURSE), grant, credit);
    }

    private static RuleVersion version(
            RuleRef ref, Review review, Set<String> parties, SourceSlot slot, Grant grant, CreditBasis credit) {
        return version(ref, review, parties, List.of(slot), grant, credit);
    }

    private static RuleVersion version(
            RuleRef ref, Review review, Set<String> parties, List<SourceSlot> slots, Grant grant, CreditBasis credit) {
        return new RuleVersion(
                ref,
                text("规则 " + ref.id()),
                GROUNDS,
                LocalDate.of(2020, 1, 1),
                null,
                parties,
                parties,
                slots,
                grant,
                new Demands(null, Demands.BelowOverlap.REFUSE, null, null, Period.ofYears(10)),
                credit,
                null,
                Validity.UNLIMITED,
                new Recording.Exempt(),
                review);
    }

    private static Grant pool() {
        return new Grant.Pool("course");
    }

    private static CreditBasis fixed(String credits) {
        return new CreditBasis.Fixed(Credits.exactly(new BigDecimal(credits)));
    }

    private static LocalText text(String both) {
        return new LocalText(both, both);
    }

    @Override
    public Mono<Programme> programme(String id, LocalDate asOf) {
        return Mono.justOrEmpty(programmes.get(id));
    }

    @Override
    public Mono<Programme> programme(String id, int version) {
        return programme(id, LocalDate.MAX).filter(found -> found.version() == version);
    }

    @Override
    public Flux<Programme> programmes(LocalDate asOf) {
        return Flux.fromStream(programmes.keySet().stream().sorted().map(programmes::get));
    }

    @Override
    public Mono<Map<String, LocalText>> categories(Programme programme) {
        return Mono.just(Map.of("course", new LocalText("选修", "Electives")));
    }

    @Override
    public Mono<List<RuleVersion>> rules(Programme programme) {
        return Mono.just(rules.getOrDefault(programme.id(), List.of()));
    }
}
