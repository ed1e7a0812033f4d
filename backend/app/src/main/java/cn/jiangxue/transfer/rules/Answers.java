package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Answer.Verdict;
import cn.jiangxue.transfer.Cap;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.rules.Use.Offer;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the answers: everything that was looked at, in the order of evaluation, and what came of it. */
final class Answers {

    private final Programme programme;
    private final Duplicates duplicates;
    private final Allocation allocation;

    Answers(Programme programme, Duplicates duplicates, Allocation allocation) {
        this.programme = programme;
        this.duplicates = duplicates;
        this.allocation = allocation;
    }

    /** One for each target, or one for the pool. */
    List<Answer> of(Use use) {
        return use.offers().stream().map(offer -> answer(use, offer)).toList();
    }

    /** For an outcome that no rule of the programme speaks of. */
    Answer withoutRule(Outcome outcome, LocalDate asOf) {
        List<Condition> conditions = new ArrayList<>(Evidence.conditions(outcome, programme, asOf));
        conditions.addAll(duplicates.conditions(outcome));
        conditions.add(new Checks(Step.MAPPING, programme.grounds())
                .plain(
                        Wording.text("有适用的转换规则", "A rule speaks of it"),
                        Wording.YES,
                        Wording.text("没有规则适用于该成果", "no rule speaks of this outcome"),
                        false));
        return new Answer(
                List.of(outcome.id()),
                null,
                null,
                null,
                null,
                Verdict.REFUSED,
                Credits.ZERO,
                Credits.ZERO,
                null,
                null,
                conditions);
    }

    private Answer answer(Use use, Offer offer) {
        List<Condition> decisive = decisive(use, offer);
        Credits granted = allocation.granted(offer);
        Credits banked = offer.target() == null && allocation.isBanking(use)
                ? use.worth().minus(granted)
                : Credits.ZERO;
        List<Condition> all = new ArrayList<>(decisive);
        all.addAll(room(use, offer));
        all.sort(Comparator.comparing(Condition::step));
        return new Answer(
                use.sources().stream().map(Outcome::id).toList(),
                use.rule().ref(),
                offer.target() == null ? null : offer.target().id(),
                offer.category(),
                offer.level(),
                verdict(use, offer, decisive),
                granted,
                banked,
                granted.isPositive() ? Marks.of(use.rule().recording(), use.sources()) : null,
                use.rule().review(),
                all);
    }

    /** What decides whether the rule grants anything, room aside. */
    private List<Condition> decisive(Use use, Offer offer) {
        List<Condition> conditions = new ArrayList<>(use.conditions());
        use.sources().forEach(source -> conditions.addAll(duplicates.conditions(source)));
        conditions.addAll(offer.conditions());
        return conditions;
    }

    private Verdict verdict(Use use, Offer offer, List<Condition> decisive) {
        List<Condition> unmet =
                decisive.stream().filter(condition -> !condition.met()).toList();
        if (unmet.isEmpty()) {
            Credits granted = allocation.granted(offer);
            return granted.isZero()
                    ? Verdict.NO_ROOM
                    : granted.equals(use.wanted(offer)) ? Verdict.GRANTED : Verdict.PARTLY_GRANTED;
        }
        boolean onlyOverlap = offer.overlap() != null && unmet.stream().allMatch(offer.overlap()::equals);
        return onlyOverlap
                ? switch (use.rule().demands().belowOverlap()) {
                    case REFUSE -> Verdict.REFUSED;
                    case PRIOR_LEARNING -> Verdict.PRIOR_LEARNING;
                    case SUPPLEMENT -> Verdict.SUPPLEMENT;
                }
                : Verdict.REFUSED;
    }

    /** Whether there is room: the target and the outcomes are not taken by another use, and no cap is exceeded. */
    private List<Condition> room(Use use, Offer offer) {
        List<Condition> conditions = new ArrayList<>();
        Credits granted = allocation.granted(offer);
        if (offer.target() != null) {
            conditions.add(targetOnce(offer, granted));
        }
        conditions.add(throughOneRule(use));
        conditions.addAll(ofOneUse(use, offer, granted));
        conditions.addAll(allocation.caps().conditions(use.sources(), offer.category(), use.wanted(offer), granted));
        return conditions;
    }

    private Condition targetOnce(Offer offer, Credits granted) {
        boolean taken =
                offer.target() != null && allocation.isSatisfied(offer.target().id()) && granted.isZero();
        return new Checks(Step.DUPLICATES, programme.grounds())
                .plain(
                        Wording.text("同一目标只满足一次", "Target satisfied once"),
                        Wording.text("未由其他成果满足", "not satisfied by another outcome"),
                        taken
                                ? Wording.text("已由其他成果满足", "satisfied by another outcome")
                                : Wording.text("未由其他成果满足", "not satisfied by another outcome"),
                        !taken);
    }

    private Condition throughOneRule(Use use) {
        boolean elsewhere = use.sources().stream()
                .anyMatch(source ->
                        allocation.usedBy(source).filter(other -> other != use).isPresent());
        return new Checks(Step.DUPLICATES, programme.grounds())
                .plain(
                        Wording.text("同一成果只经一条规则转换", "Outcome goes through one rule"),
                        Wording.text("未经其他规则转换", "not through another rule"),
                        elsewhere
                                ? Wording.text("已经其他规则转换", "through another rule already")
                                : Wording.text("未经其他规则转换", "not through another rule"),
                        !elsewhere);
    }

    /** Against the worth, the rule's own limit, and the programme's limit for one source. */
    private List<Condition> ofOneUse(Use use, Offer offer, Credits granted) {
        Credits would = allocation.granted(use).minus(granted).plus(use.wanted(offer));
        List<Condition> conditions = new ArrayList<>();
        if (offer.target() != null) {
            conditions.add(most(
                    Wording.text("折算学分之内", "Within its worth"),
                    use.worth(),
                    would,
                    use.rule().grounds()));
        }
        if (use.rule().mostPerSource() != null) {
            conditions.add(most(
                    Wording.text("规则单次上限", "Cap of the rule"),
                    use.rule().mostPerSource(),
                    would,
                    use.rule().grounds()));
        }
        for (Cap cap : programme.caps()) {
            if (cap.scope() == Scope.SOURCE && cap.most() instanceof Limit.OfCredit limit) {
                LocalText label = cap.scope().label();
                conditions.add(most(
                        Wording.text("上限：" + label.zh(), "Cap: " + label.en()), limit.most(), would, cap.grounds()));
            }
        }
        return conditions;
    }

    private static Condition most(LocalText what, Credits most, Credits would, Grounds grounds) {
        return new Checks(Step.CAP_PER_SOURCE, grounds)
                .amount(what, Wording.atMost(Wording.credits(most)), Wording.credits(would), would.minus(most));
    }
}
