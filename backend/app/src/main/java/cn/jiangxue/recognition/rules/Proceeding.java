package cn.jiangxue.recognition.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case as far as its procedure looks at it.
 *
 * @param round of review, from 1; an answer to a request for more begins the next one
 * @param handler the officer who looks after it; null while nobody does
 * @param rulings the decision and, after an appeal, the ruling on it
 * @param declared outcomes of elsewhere that it was judged with before anybody had verified them, in the learner's order
 * @param escalatedOn the day on which the higher body was told that the step is overdue; null while it was not
 */
public record Proceeding(
        UUID applicant,
        Needs needs,
        Procedure procedure,
        State state,
        int round,
        @Nullable UUID handler,
        List<Opinion> opinions,
        List<Supplement> supplements,
        List<Objection> objections,
        List<Ruling> rulings,
        @Nullable Grounds appeal,
        List<Declared> declared,
        @Nullable LocalDate escalatedOn) {

    public Proceeding {
        opinions = List.copyOf(opinions);
        supplements = List.copyOf(supplements);
        objections = List.copyOf(objections);
        rulings = List.copyOf(rulings);
        declared = List.copyOf(declared);
    }

    /**
     * An outcome of elsewhere.
     *
     * @param found null while nobody has examined its evidence
     * @param overturned whether the body above found it authentic on an appeal, though it had been found not to be
     */
    public record Declared(UUID outcome, @Nullable Found found, boolean overturned) {}

    /** {@code officer}: who found so. */
    public record Found(UUID officer, boolean authentic) {}

    /** A vote. {@code chair}: cast at a tie, and decides it. */
    public record Opinion(
            UUID id, UUID officer, UUID organisation, int round, boolean favourable, boolean chair, String reason) {}

    /** A request for more and, once it came, the answer. */
    public record Supplement(
            UUID id,
            UUID officer,
            String reason,
            LocalDate due,
            @Nullable UUID answerId,
            @Nullable String answer) {}

    /** {@code person} is shown by a masked name only. */
    public record Objection(
            UUID id,
            UUID person,
            String reason,
            @Nullable UUID answeredBy,
            @Nullable String answer) {}

    /** {@code officer}: null when the rules decided alone; {@code appeal}: whether it was made on an appeal. */
    public record Ruling(
            UUID id, @Nullable UUID officer, boolean granted, String reason, boolean appeal, LocalDate on) {}

    /** Why the applicant appeals. */
    public record Grounds(UUID id, String text) {}

    public Optional<Ruling> decision() {
        return rulings.stream().filter(ruling -> !ruling.appeal()).findFirst();
    }

    public Optional<Ruling> onAppeal() {
        return rulings.stream().filter(Ruling::appeal).findFirst();
    }

    /** Votes of the present round. */
    public List<Opinion> current() {
        return opinions.stream().filter(opinion -> opinion.round() == round).toList();
    }

    /** Outcomes of elsewhere whose evidence nobody has examined yet. */
    public List<UUID> unexamined() {
        return declared.stream()
                .filter(each -> each.found() == null)
                .map(Declared::outcome)
                .toList();
    }

    /** Outcomes of elsewhere whose evidence was found not to be authentic. */
    public List<UUID> refuted() {
        return declared.stream()
                .filter(each -> each.found() != null && !each.found().authentic() && !each.overturned())
                .map(Declared::outcome)
                .toList();
    }

    /** Outcomes of elsewhere of which the evidence may be examined: what nobody has examined, and on an appeal what was found untrue (rule 10). */
    public List<UUID> toExamine() {
        return state instanceof State.Appealed ? refuted() : unexamined();
    }

    public long unanswered() {
        return objections.stream()
                .filter(objection -> objection.answeredBy() == null)
                .count();
    }

    /** Everybody who acted on it for an institution. */
    public Set<UUID> tookPart() {
        return Stream.of(
                        Stream.ofNullable(handler),
                        opinions.stream().map(Opinion::officer),
                        supplements.stream().map(Supplement::officer),
                        declared.stream()
                                .map(Declared::found)
                                .filter(Objects::nonNull)
                                .map(Found::officer),
                        objections.stream().map(Objection::answeredBy).filter(Objects::nonNull),
                        rulings.stream().map(Ruling::officer).filter(Objects::nonNull))
                .flatMap(people -> people)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nothing can be posted or decided any more but for an appeal. */
    public boolean open() {
        return switch (state) {
            case State.Registered ignored -> false;
            case State.Refused ignored -> false;
            case State.Withdrawn ignored -> false;
            case State.Reviewing ignored -> true;
            case State.Supplementing ignored -> true;
            case State.Publicised ignored -> true;
            case State.Deciding ignored -> true;
            case State.Posting ignored -> true;
            case State.Appealed ignored -> true;
        };
    }

    /** In the next state, where nobody is late yet. */
    Proceeding in(State next) {
        return changed(draft -> {
            draft.state = next;
            draft.escalatedOn = null;
        });
    }

    Proceeding nextRound() {
        return changed(draft -> draft.round = round + 1);
    }

    Proceeding takenBy(UUID officer) {
        return changed(draft -> draft.handler = officer);
    }

    /** With what was found out about one of its outcomes of elsewhere; the same again is the same case. */
    public Proceeding examined(UUID outcome, Found found, boolean overturned) {
        List<Declared> all = declared.stream()
                .map(each -> each.outcome().equals(outcome) ? new Declared(outcome, found, overturned) : each)
                .toList();
        return all.equals(declared) ? this : changed(draft -> draft.declared = all);
    }

    Proceeding needing(Needs others) {
        return changed(draft -> draft.needs = others);
    }

    Proceeding with(Opinion opinion) {
        return changed(draft -> draft.opinions = plus(opinions, opinion));
    }

    Proceeding withSupplements(List<Supplement> all) {
        return changed(draft -> draft.supplements = all);
    }

    Proceeding withObjections(List<Objection> all) {
        return changed(draft -> draft.objections = all);
    }

    Proceeding with(Ruling ruling) {
        return changed(draft -> draft.rulings = plus(rulings, ruling));
    }

    Proceeding with(Grounds grounds) {
        return changed(draft -> draft.appeal = grounds);
    }

    Proceeding escalated(LocalDate on) {
        return changed(draft -> draft.escalatedOn = on);
    }

    private Proceeding changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Proceeding(
                applicant,
                draft.needs,
                procedure,
                draft.state,
                draft.round,
                draft.handler,
                draft.opinions,
                draft.supplements,
                draft.objections,
                draft.rulings,
                draft.appeal,
                draft.declared,
                draft.escalatedOn);
    }

    /** What can become different in one case. */
    private static final class Draft {

        private Needs needs;
        private State state;
        private int round;
        private @Nullable UUID handler;
        private List<Opinion> opinions;
        private List<Supplement> supplements;
        private List<Objection> objections;
        private List<Ruling> rulings;
        private @Nullable Grounds appeal;
        private List<Declared> declared;
        private @Nullable LocalDate escalatedOn;

        Draft(Proceeding of) {
            needs = of.needs;
            state = of.state;
            round = of.round;
            handler = of.handler;
            opinions = of.opinions;
            supplements = of.supplements;
            objections = of.objections;
            rulings = of.rulings;
            appeal = of.appeal;
            declared = of.declared;
            escalatedOn = of.escalatedOn;
        }
    }

    static <T> List<T> plus(List<T> list, T next) {
        return Stream.concat(list.stream(), Stream.of(next)).toList();
    }
}
