package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.AcademicCalendar;
import cn.jiangxue.transfer.Cap;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Condition.Unit;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the caps of a programme have used up, and the room they leave. */
final class CapBook {

    private final Programme programme;
    private final Map<Key, Used> used = new HashMap<>();

    CapBook(Programme programme) {
        this.programme = programme;
    }

    /** A cap, for one of the values it speaks of. */
    record Key(Cap cap, String value) {}

    private static final class Used {
        private Credits credits = Credits.ZERO;
        private final Set<OutcomeId> outcomes = new HashSet<>();
    }

    /** The most one use of a rule may grant: its worth, the rule's own limit, and what the programme allows for one source. */
    static Credits mostOfOneUse(RuleVersion rule, Credits worth, Programme programme) {
        Credits most = rule.mostPerSource() == null ? worth : worth.atMost(rule.mostPerSource());
        for (Cap cap : programme.caps()) {
            if (cap.scope() == Scope.SOURCE && cap.most() instanceof Limit.OfCredit limit) {
                most = most.atMost(limit.most());
            }
        }
        return most;
    }

    void take(List<Outcome> sources, String category, Credits amount) {
        keys(sources, category).forEach(key -> {
            Used one = used.computeIfAbsent(key, _ -> new Used());
            one.credits = one.credits.plus(amount);
            sources.stream()
                    .filter(source ->
                            values(key.cap().scope(), List.of(source), category).anyMatch(key.value()::equals))
                    .forEach(source -> one.outcomes.add(source.id()));
        });
    }

    /** The caps that credit from these sources in this category counts under; caps of one source are not among them. */
    Stream<Key> keys(List<Outcome> sources, String category) {
        return programme.caps().stream()
                .flatMap(cap -> values(cap.scope(), sources, category)
                        .filter(value -> cap.key() == null || cap.key().equals(value))
                        .distinct()
                        .map(value -> new Key(cap, value)));
    }

    /** How much more may be granted; nothing where too many outcomes count already. */
    Credits room(List<Outcome> sources, String category) {
        return keys(sources, category)
                .map(key -> switch (key.cap().most()) {
                    case Limit.OfCredit limit -> left(key, limit);
                    case Limit.Count count ->
                        outcomesLeft(key, count) >= newOutcomes(key, sources, category)
                                ? new Credits(Long.MAX_VALUE)
                                : Credits.ZERO;
                })
                .reduce(new Credits(Long.MAX_VALUE), Credits::atMost);
    }

    /** Never below zero, even if earlier awards exceed a cap that came later. */
    Credits left(Key key, Limit.OfCredit limit) {
        Credits left = limit.most().minus(credits(key));
        return left.isNegative() ? Credits.ZERO : left;
    }

    int outcomesLeft(Key key, Limit.Count count) {
        return Math.max(0, count.outcomes() - outcomes(key).size());
    }

    /** Sources that count under the key and did not count yet. */
    int newOutcomes(Key key, List<Outcome> sources, String category) {
        return (int) sources.stream()
                .filter(source -> !outcomes(key).contains(source.id()))
                .filter(source ->
                        values(key.cap().scope(), List.of(source), category).anyMatch(key.value()::equals))
                .count();
    }

    /**
     * Every cap that an offer counts under, held against what would count if it were granted in full.
     *
     * @param granted how much of it already counts in this book
     */
    List<Condition> conditions(List<Outcome> sources, String category, Credits wanted, Credits granted) {
        return keys(sources, category)
                .map(key -> switch (key.cap().most()) {
                    case Limit.OfCredit limit ->
                        credit(key, limit, credits(key).minus(granted).plus(wanted));
                    case Limit.Count count ->
                        count(key, count, outcomes(key).size() + newOutcomes(key, sources, category));
                })
                .toList();
    }

    private Condition credit(Key key, Limit.OfCredit limit, Credits would) {
        return checks(key.cap())
                .amount(what(key), Wording.atMost(limit(limit)), Wording.credits(would), would.minus(limit.most()));
    }

    private Condition count(Key key, Limit.Count limit, int would) {
        return checks(key.cap())
                .amount(
                        what(key),
                        Wording.text("至多" + limit.outcomes() + "项", "at most " + limit.outcomes() + " outcomes"),
                        Wording.text(would + "项", would + " outcomes"),
                        would - limit.outcomes(),
                        Unit.OUTCOMES);
    }

    static LocalText limit(Limit.OfCredit limit) {
        return switch (limit) {
            case Limit.Absolute absolute -> Wording.credits(absolute.amount());
            case Limit.Share share ->
                Wording.text(
                        "%s（%s%s学分的%s%%）"
                                .formatted(
                                        Wording.credits(share.most()).zh(),
                                        share.of().zh(),
                                        share.base(),
                                        Wording.plain(share.percent())),
                        "%s (%s%% of %s credits of %s)"
                                .formatted(
                                        Wording.credits(share.most()).en(),
                                        Wording.plain(share.percent()),
                                        share.base(),
                                        share.of().en()));
        };
    }

    private LocalText what(Key key) {
        LocalText scope = key.cap().scope().label();
        return switch (key.cap().scope()) {
            case PROGRAMME, SOURCE, INSTITUTION -> Wording.text("上限：" + scope.zh(), "Cap: " + scope.en());
            case CATEGORY -> of(scope, programme.category(key.value()));
            case TYPE -> of(scope, OutcomeKind.valueOf(key.value()).label());
            case YEAR, TERM -> of(scope, new LocalText(key.value(), key.value()));
        };
    }

    private static LocalText of(LocalText scope, LocalText value) {
        return Wording.text(
                "上限：%s（%s）".formatted(scope.zh(), value.zh()), "Cap: %s (%s)".formatted(scope.en(), value.en()));
    }

    private static Checks checks(Cap cap) {
        return new Checks(cap.scope() == Scope.PROGRAMME ? Step.CAP_IN_TOTAL : Step.CAP_PER_SOURCE, cap.grounds());
    }

    private Credits credits(Key key) {
        Used one = used.get(key);
        return one == null ? Credits.ZERO : one.credits;
    }

    private Set<OutcomeId> outcomes(Key key) {
        Used one = used.get(key);
        return one == null ? Set.of() : one.outcomes;
    }

    private Stream<String> values(Scope scope, List<Outcome> sources, String category) {
        AcademicCalendar calendar = programme.calendar();
        return switch (scope) {
            case SOURCE -> Stream.empty();
            case PROGRAMME -> Stream.of("");
            case CATEGORY -> Stream.of(category);
            case YEAR -> sources.stream().map(source -> calendar.year(source.attainedOn()));
            case TERM -> sources.stream().flatMap(source -> calendar.term(source.attainedOn()).stream());
            case INSTITUTION -> sources.stream().map(Outcome::issuer);
            case TYPE -> sources.stream().map(source -> source.kind().name());
        };
    }
}
