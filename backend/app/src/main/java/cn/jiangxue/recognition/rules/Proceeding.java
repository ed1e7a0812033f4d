package cn.jiangxue.recognition.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case as far as its procedure looks at it.
 *
 * @param round of review, from 1; an answer to a request for more begins the next one
 * @param handler the officer who looks after it; null while nobody does
 * @param rulings the decision and, after an appeal, the ruling on it
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
        @Nullable LocalDate escalatedOn) {

    public Proceeding {
        opinions = List.copyOf(opinions);
        supplements = List.copyOf(supplements);
        objections = List.copyOf(objections);
        rulings = List.copyOf(rulings);
    }

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

    Proceeding in(State next) {
        return new Proceeding(
                applicant,
                needs,
                procedure,
                next,
                round,
                handler,
                opinions,
                supplements,
                objections,
                rulings,
                appeal,
                null);
    }

    Proceeding nextRound() {
        return new Proceeding(
                applicant,
                needs,
                procedure,
                state,
                round + 1,
                handler,
                opinions,
                supplements,
                objections,
                rulings,
                appeal,
                escalatedOn);
    }

    Proceeding takenBy(UUID officer) {
        return new Proceeding(
                applicant,
                needs,
                procedure,
                state,
                round,
                officer,
                opinions,
                supplements,
                objections,
                rulings,
                appeal,
                escalatedOn);
    }

    Proceeding with(Opinion opinion) {
        return new Proceeding(
                applicant,
                needs,
                procedure,
                state,
                round,
                handler,
                plus(opinions, opinion),
                supplements,
                objections,
                rulings,
                appeal,
                escalatedOn);
    }

    Proceeding withSupplements(List<Supplement> changed) {
        return new Proceeding(
                applicant,
                needs,
                procedure,
                state,
                round,
                handler,
                opinions,
                changed,
                objections,
                rulings,
                appeal,
                escalatedOn);
    }

    Proceeding withObjections(List<Objection> changed) {
        return new Proceeding(
                applicant,
                needs,
                procedure,
                state,
                round,
                handler,
                opinions,
                supplements,
                changed,
                rulings,
                appeal,
                escalatedOn);
    }

    Proceeding with(Ruling ruling) {
        return new Proceeding(
                applicant,
                needs,
                procedure,
                state,
                round,
                handler,
                opinions,
                supplements,
                objections,
                plus(rulings, ruling),
                appeal,
                escalatedOn);
    }

    Proceeding with(Grounds grounds) {
        return new Proceeding(
                applicant,
                needs,
                procedure,
                state,
                round,
                handler,
                opinions,
                supplements,
                objections,
                rulings,
                grounds,
                escalatedOn);
    }

    Proceeding escalated(LocalDate on) {
        return new Proceeding(
                applicant,
                needs,
                procedure,
                state,
                round,
                handler,
                opinions,
                supplements,
                objections,
                rulings,
                appeal,
                on);
    }

    static <T> List<T> plus(List<T> list, T next) {
        return Stream.concat(list.stream(), Stream.of(next)).toList();
    }
}
