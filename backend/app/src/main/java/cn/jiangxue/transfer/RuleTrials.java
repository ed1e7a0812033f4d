package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.RuleBookApi.Trial;
import cn.jiangxue.contract.RuleBookApi.TrialAnswer;
import cn.jiangxue.contract.RuleBookApi.TrialEdit;
import cn.jiangxue.contract.RuleBookApi.TrialVerdict;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.ReviewedBy;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.transfer.rules.Transfers;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Trying rules, or a draft of a programme, on outcomes that nobody has: the real engine, nothing written. */
@Component
class RuleTrials {

    /** Most outcomes of one trial. */
    static final int OUTCOMES = 40;

    private static final int UNITS = 200;
    private static final int TEXT = 500;
    private static final String DRAFT = "draft";

    /** A draft has no place among the versions yet; nothing that a trial answers names it. */
    private static final int TRIED = 1;

    private final RuleBook book;
    private final RuleContents contents;
    private final RuleChecks checks;
    private final ProgrammeSteps steps;
    private final CivilTime time;

    RuleTrials(RuleBook book, RuleContents contents, RuleChecks checks, ProgrammeSteps steps, CivilTime time) {
        this.book = book;
        this.contents = contents;
        this.checks = checks;
        this.steps = steps;
        this.time = time;
    }

    Mono<Trial> run(TrialEdit edit) {
        refuseTooMuch(edit);
        LocalDate asOf = Objects.requireNonNullElseGet(edit.asOf(), time::today);
        return programme(edit, asOf)
                .flatMap(programme -> rules(edit, programme, asOf)
                        .flatMap(rules -> Blocking.call(() -> judge(programme, rules, edit, asOf))));
    }

    private Mono<Programme> programme(TrialEdit edit, LocalDate asOf) {
        RuleContent rule = edit.rule();
        ProgrammeContent content = edit.content();
        if (content != null) {
            return drafted(edit, content);
        }
        Mono<Void> checked = rule == null
                ? Mono.empty()
                : checks.require(rule, "rule.").then(requireSame(rule.programme(), edit.programme()));
        return checked.then(book.programme(edit.programme(), asOf)).switchIfEmpty(Mono.error(RuleShelf::notFound));
    }

    /** As the engine would have it; what contradicts itself is not tried. */
    private Mono<Programme> drafted(TrialEdit edit, ProgrammeContent content) {
        if (edit.rule() != null) {
            return Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field(
                            "rule",
                            new LocalText("规则和方案的草稿请分开试算", "Try drafts of a rule and of a programme one by one")));
        }
        return Mono.fromRunnable(() -> ProgrammeDrafting.requireLimits(content))
                .then(Mono.defer(() -> steps.faults(content)))
                .doOnNext(ProgrammeDrafting::requireSound)
                .map(sound -> ProgrammeContents.programme(edit.programme(), TRIED, content));
    }

    private static void refuseTooMuch(TrialEdit edit) {
        boolean tooMuch = edit.outcomes().size() > OUTCOMES
                || edit.outcomes().stream()
                        .anyMatch(outcome -> outcome.units().size() > UNITS
                                || outcome.code().length() > TEXT
                                || outcome.title().zh().length() > TEXT
                                || outcome.title().en().length() > TEXT
                                || outcome.classHours() < 0
                                || (outcome.statedMilli() != null && outcome.statedMilli() < 0));
        if (tooMuch || edit.outcomes().isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field(
                            "outcomes",
                            new LocalText(
                                    "试算需要1至40项成果，每项名称至多500字、能力单元至多200个，学时和学分不为负",
                                    "A trial takes 1 to 40 outcomes, each with a name of 500 characters and 200 units at most, hours and"
                                            + " credit not below zero"));
        }
    }

    private static Mono<Void> requireSame(String programme, String asked) {
        return programme.equals(asked)
                ? Mono.empty()
                : Mono.error(new ProblemException(ProblemCode.INVALID_FIELDS)
                        .field("programme", new LocalText("试算的方案须是规则所属的方案", "Try the rule in its own programme")));
    }

    private Mono<List<RuleVersion>> rules(TrialEdit edit, Programme programme, LocalDate asOf) {
        RuleContent draft = edit.rule();
        if (draft == null) {
            return book.rules(programme);
        }
        RuleVersion tried = contents.version(new RuleRef(DRAFT, TRIED), draft, draft.parties(), asOf, null);
        return edit.withOthers()
                ? book.rules(programme)
                        .map(others -> Stream.concat(
                                        others.stream()
                                                .filter(other ->
                                                        !other.ref().id().equals(edit.ruleId()))
                                                .limit(Request.RULES_LIMIT - 1L),
                                        Stream.of(tried))
                                .toList())
                : Mono.just(List.of(tried));
    }

    private static Trial judge(Programme programme, List<RuleVersion> rules, TrialEdit edit, LocalDate asOf) {
        List<Outcome> outcomes = TriedOutcomes.of(edit.outcomes());
        Evaluation evaluation =
                Transfers.evaluate(new Request(programme, rules, outcomes, List.of(), List.of(), List.of(), asOf));
        Map<OutcomeId, LocalText> titles = new HashMap<>();
        outcomes.forEach(outcome -> titles.put(outcome.id(), outcome.title()));
        Map<RuleRef, LocalText> names = new HashMap<>();
        rules.forEach(rule -> names.put(rule.ref(), rule.name()));
        long granted = evaluation.granted().milli();
        return new Trial(
                asOf,
                evaluation.answers().stream()
                        .map(answer -> answer(answer, programme, titles, names))
                        .toList(),
                evaluation.floors().stream().map(Condition::toFinding).toList(),
                evaluation.eligible(),
                granted,
                evaluation.banked().milli(),
                evaluation.optimality() instanceof Optimality.Proven,
                evaluation.optimality() instanceof Optimality.Bounded bounded
                        ? bounded.bound().milli()
                        : granted);
    }

    private static TrialAnswer answer(
            Answer answer, Programme programme, Map<OutcomeId, LocalText> titles, Map<RuleRef, LocalText> names) {
        return new TrialAnswer(
                answer.sources().stream().map(titles::get).toList(),
                answer.rule() == null ? null : names.get(answer.rule()),
                target(answer, programme),
                TrialVerdict.valueOf(answer.verdict().name()),
                answer.granted().milli(),
                answer.banked().milli(),
                answer.mark(),
                answer.review() == null
                        ? null
                        : ReviewedBy.valueOf(answer.review().name()),
                answer.conditions().stream().map(Condition::toFinding).toList());
    }

    private static @Nullable LocalText target(Answer answer, Programme programme) {
        String target = answer.target();
        return target == null
                ? null
                : programme.target(target).map(Programme.Target::name).orElse(null);
    }
}
