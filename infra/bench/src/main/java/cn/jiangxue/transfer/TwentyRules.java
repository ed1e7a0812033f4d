package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.Review;
import cn.jiangxue.frameworks.Source;
import cn.jiangxue.transfer.Demands.BelowOverlap;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Outcome.Proof;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Twenty rules, one for each of four kinds from each of five institutions, and outcomes to be judged by them: some are too old, too low, or unverified. Said once,
 * and written down for both engines.
 */
final class TwentyRules {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int GREATEST_AGE_YEARS = 5;
    private static final int SEED = 20_261_120;
    private static final int INSTITUTIONS = 5;
    private static final List<OutcomeKind> KINDS = List.of(
            OutcomeKind.COURSE, OutcomeKind.TRAINING, OutcomeKind.SKILL_GRADE, OutcomeKind.VOCATIONAL_QUALIFICATION);
    private static final Grounds GROUNDS = new Grounds(same("样例规则"), same("样例办法第一条"), Source.SAMPLE);

    final List<RuleVersion> rules = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();

    TwentyRules(int outcomesCount) {
        for (OutcomeKind kind : KINDS) {
            for (int institution = 0; institution < INSTITUTIONS; institution++) {
                rules.add(rule(kind, institution, rules.size()));
            }
        }
        Random random = new Random(SEED);
        for (int number = 0; number < outcomesCount; number++) {
            outcomes.add(outcome(random, number));
        }
    }

    /** Each outcome as a request of its own. */
    List<Request> requests() {
        Programme programme = new Programme(
                "bench",
                1,
                same("样例专业"),
                "home",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                AcademicCalendar.CIVIL,
                Map.of("general", same("通用")),
                GROUNDS);
        return outcomes.stream()
                .map(one -> new Request(programme, rules, List.of(one), List.of(), List.of(), List.of(), TODAY))
                .toList();
    }

    private static RuleVersion rule(OutcomeKind kind, int institution, int number) {
        return new RuleVersion(
                new RuleRef("rule-" + number, 1),
                same("规则" + number),
                GROUNDS,
                LocalDate.of(2020, 1, 1),
                null,
                Set.of(),
                Set.of(),
                List.of(new SourceSlot(kind, null, "school-" + institution, null, 2 + number % 3)),
                new Grant.Pool("general"),
                new Demands(
                        null,
                        BelowOverlap.REFUSE,
                        BigDecimal.valueOf(60 + number % 4 * 5),
                        null,
                        Period.ofYears(GREATEST_AGE_YEARS)),
                new CreditBasis.Fixed(new Credits(1_000 + number * 250L)),
                null,
                Validity.UNLIMITED,
                new Recording.Exempt(),
                Review.AUTOMATIC);
    }

    private static Outcome outcome(Random random, int number) {
        return new Outcome(
                new OutcomeId(new UUID(9, number)),
                KINDS.get(random.nextInt(KINDS.size())),
                "code-" + number,
                same("成果" + number),
                "school-" + random.nextInt(INSTITUTIONS),
                null,
                1 + random.nextInt(6),
                0,
                null,
                BigDecimal.valueOf(50 + random.nextInt(51)),
                TODAY.minusDays(random.nextInt(6 * 365)),
                null,
                new Proof("sha256:" + number, random.nextInt(10) == 0 ? Authenticity.PENDING : Authenticity.VERIFIED),
                null,
                Set.of());
    }

    /** Dates as days since 1970. */
    String json() {
        return "{\"rules\":[%s],\"outcomes\":[%s]}"
                .formatted(
                        rules.stream().map(TwentyRules::json).collect(Collectors.joining(",")),
                        outcomes.stream().map(TwentyRules::json).collect(Collectors.joining(",")));
    }

    private static String json(RuleVersion rule) {
        SourceSlot slot = rule.sources().getFirst();
        return String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"kind\":\"%s\",\"issuer\":\"%s\",\"leastLevel\":%d,\"leastScore\":%s,\"earliest\":%d,\"today\":%d,\"milli\":%d}",
                rule.ref(),
                slot.kind(),
                slot.issuer(),
                slot.leastLevel(),
                rule.demands().leastScorePercent(),
                TODAY.minusYears(GREATEST_AGE_YEARS).plusDays(1).toEpochDay(),
                TODAY.toEpochDay(),
                ((CreditBasis.Fixed) rule.credit()).amount().milli());
    }

    private static String json(Outcome one) {
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"%s\",\"issuer\":\"%s\",\"authentic\":%s,\"attained\":%d,\"level\":%d,\"score\":%s}",
                one.kind(),
                one.issuer(),
                one.proof().authenticity() == Authenticity.VERIFIED,
                one.attainedOn().toEpochDay(),
                one.level(),
                one.scorePercent());
    }

    private static LocalText same(String text) {
        return new LocalText(text, text);
    }
}
