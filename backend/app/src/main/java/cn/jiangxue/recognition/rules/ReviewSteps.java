package cn.jiangxue.recognition.rules;

import cn.jiangxue.recognition.rules.Proceeding.Opinion;
import cn.jiangxue.recognition.rules.Proceeding.Supplement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What officers and the applicant do until all who must agree did (rules 3 to 5). */
final class ReviewSteps {

    private ReviewSteps() {}

    static Answer take(Proceeding now, Actor actor) {
        if (!actor.offices().contains(now.needs().institution()) || actor.person() == null) {
            return new Answer.NotTheirs();
        }
        Optional<Interest> interest = Interest.ofOfficer(now, actor);
        if (interest.isPresent()) {
            return new Answer.Partial(interest.get());
        }
        if (!now.open()) {
            return new Answer.NotNow(now.state());
        }
        return actor.is(now.handler())
                ? new Answer.Repeated()
                : new Answer.Done(now.takenBy(Objects.requireNonNull(actor.person())));
    }

    static Answer vote(Proceeding now, Actor actor, Act.Vote vote, Day day) {
        UUID officer = actor.person();
        if (officer == null
                || !actor.offices().contains(vote.organisation())
                || !now.needs().reviews(vote.organisation())) {
            return new Answer.NotTheirs();
        }
        Optional<Opinion> before = now.opinions().stream()
                .filter(opinion -> opinion.id().equals(vote.id()))
                .findFirst();
        if (before.isPresent()) {
            return isSame(before.get(), officer, vote) ? new Answer.Repeated() : new Answer.Conflicting(vote.id());
        }
        Optional<Interest> interest = Interest.ofOfficer(now, actor).or(() -> voted(now, officer));
        if (interest.isPresent()) {
            return new Answer.Partial(interest.get());
        }
        if (!(now.state() instanceof State.Reviewing)) {
            return new Answer.NotNow(now.state());
        }
        int unexamined = now.unexamined().size();
        if (unexamined > 0) {
            return new Answer.EvidenceOpen(unexamined);
        }
        Tally tally = Tally.of(now);
        if (!tally.wants(vote.organisation())) {
            return new Answer.VotesComplete();
        }
        if (!Proceedings.reasonFits(vote.reason(), Procedure.REASON_LEAST)) {
            return Proceedings.reasonNeeded();
        }
        if (now.opinions().size() >= Procedure.OPINIONS_MOST) {
            return new Answer.AtLimit(Procedure.OPINIONS_MOST);
        }
        Opinion opinion = new Opinion(
                vote.id(),
                officer,
                vote.organisation(),
                now.round(),
                vote.favourable(),
                tally.isTied(vote.organisation()),
                vote.reason().strip());
        return new Answer.Done(counted(now.with(opinion), day));
    }

    private static Optional<Interest> voted(Proceeding now, UUID officer) {
        return now.current().stream().anyMatch(opinion -> opinion.officer().equals(officer))
                ? Optional.of(Interest.VOTED)
                : Optional.empty();
    }

    private static boolean isSame(Opinion before, UUID officer, Act.Vote vote) {
        return before.officer().equals(officer)
                && before.organisation().equals(vote.organisation())
                && before.favourable() == vote.favourable()
                && before.reason().equals(vote.reason().strip());
    }

    private static Proceeding counted(Proceeding voted, Day day) {
        return switch (Tally.of(voted).result()) {
            case OPEN -> voted;
            case AGREED -> voted.in(Proceedings.agreed(voted.procedure(), day));
            case NOT_AGREED ->
                voted.in(new State.Deciding(day.in(voted.procedure().decisionDays())));
        };
    }

    static Answer ask(Proceeding now, Actor actor, Act.AskForMore ask, Day day) {
        UUID officer = actor.person();
        if (officer == null || actor.offices().stream().noneMatch(now.needs()::reviews)) {
            return new Answer.NotTheirs();
        }
        Optional<Supplement> before = now.supplements().stream()
                .filter(asked -> asked.id().equals(ask.id()))
                .findFirst();
        if (before.isPresent()) {
            boolean same = before.get().officer().equals(officer)
                    && before.get().reason().equals(ask.reason().strip());
            return same ? new Answer.Repeated() : new Answer.Conflicting(ask.id());
        }
        Optional<Interest> interest = Interest.ofOfficer(now, actor);
        if (interest.isPresent()) {
            return new Answer.Partial(interest.get());
        }
        if (!(now.state() instanceof State.Reviewing) && !(now.state() instanceof State.Deciding)) {
            return new Answer.NotNow(now.state());
        }
        if (!Proceedings.reasonFits(ask.reason(), Procedure.REASON_LEAST)) {
            return Proceedings.reasonNeeded();
        }
        if (ask.days() < 0 || ask.days() > Procedure.SUPPLEMENT_MOST) {
            return new Answer.DaysOutOfRange(1, Procedure.SUPPLEMENT_MOST);
        }
        if (now.supplements().size() >= Procedure.SUPPLEMENTS_MOST) {
            return new Answer.AtLimit(Procedure.SUPPLEMENTS_MOST);
        }
        return new Answer.Done(asked(now, officer, ask, day));
    }

    private static Proceeding asked(Proceeding now, UUID officer, Act.AskForMore ask, Day day) {
        LocalDate due = day.in(ask.days() == 0 ? now.procedure().supplementDays() : ask.days());
        int left = day.left(Objects.requireNonNull(now.state().due()));
        Supplement supplement = new Supplement(ask.id(), officer, ask.reason().strip(), due, null, null);
        return now.withSupplements(Proceeding.plus(now.supplements(), supplement))
                .in(new State.Supplementing(due, left));
    }

    static Answer supply(Proceeding now, Actor actor, Act.Supply supply, Day day) {
        if (!actor.is(now.applicant())) {
            return new Answer.NotTheirs();
        }
        Optional<Supplement> before = now.supplements().stream()
                .filter(asked -> supply.id().equals(asked.answerId()))
                .findFirst();
        if (before.isPresent()) {
            return supply.answer().strip().equals(before.get().answer())
                    ? new Answer.Repeated()
                    : new Answer.Conflicting(supply.id());
        }
        if (!(now.state() instanceof State.Supplementing supplementing)) {
            return new Answer.NotNow(now.state());
        }
        if (!Proceedings.reasonFits(supply.answer(), Procedure.REASON_LEAST)) {
            return Proceedings.reasonNeeded();
        }
        List<Supplement> answered = new ArrayList<>(now.supplements());
        Supplement asked = answered.removeLast();
        answered.add(new Supplement(
                asked.id(),
                asked.officer(),
                asked.reason(),
                asked.due(),
                supply.id(),
                supply.answer().strip()));
        return new Answer.Done(resumed(now.withSupplements(answered), supplementing, day));
    }

    /** Back to the officers: what was left of their time goes on, five working days at least, and votes are taken anew. */
    static Proceeding resumed(Proceeding now, State.Supplementing supplementing, Day day) {
        LocalDate due = day.in(Math.max(supplementing.left(), Procedure.LEFT_LEAST));
        return now.nextRound().in(now.needs().nobody() ? new State.Deciding(due) : new State.Reviewing(due));
    }
}
