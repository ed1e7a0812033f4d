package cn.jiangxue.recognition.rules;

import cn.jiangxue.recognition.rules.Proceeding.Grounds;
import cn.jiangxue.recognition.rules.Proceeding.Ruling;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decision, the ledger, and the appeal (rules 7 to 9). A case is decided once, and once more on its one appeal. */
final class RulingSteps {

    private RulingSteps() {}

    static Answer withdraw(Proceeding now, Actor actor) {
        if (!actor.is(now.applicant())) {
            return new Answer.NotTheirs();
        }
        return switch (now.state()) {
            case State.Withdrawn ignored -> new Answer.Repeated();
            case State.Reviewing ignored -> new Answer.Done(now.in(new State.Withdrawn()));
            case State.Supplementing ignored -> new Answer.Done(now.in(new State.Withdrawn()));
            case State.Publicised ignored -> new Answer.Done(now.in(new State.Withdrawn()));
            case State.Deciding ignored -> new Answer.Done(now.in(new State.Withdrawn()));
            case State.Posting posting -> new Answer.NotNow(posting);
            case State.Registered registered -> new Answer.NotNow(registered);
            case State.Refused refused -> new Answer.NotNow(refused);
            case State.Appealed appealed -> new Answer.NotNow(appealed);
        };
    }

    static Answer decide(Proceeding now, Actor actor, Act.Decide decide, Day day) {
        if (actor.person() == null || !actor.offices().contains(now.needs().institution())) {
            return new Answer.NotTheirs();
        }
        Optional<Ruling> before = now.decision();
        if (before.isPresent()) {
            return repeated(before.get(), decide.id(), actor.person(), decide.grant(), decide.reason());
        }
        Optional<Interest> interest = Interest.ofOfficer(now, actor);
        if (interest.isPresent()) {
            return new Answer.Partial(interest.get());
        }
        if (!(now.state() instanceof State.Deciding)) {
            return new Answer.NotNow(now.state());
        }
        if (now.unanswered() > 0) {
            return new Answer.Unanswered(now.unanswered());
        }
        if (decide.grant() && !Proceedings.mayBeGranted(now)) {
            return new Answer.NotAgreed();
        }
        if (!Proceedings.reasonFits(decide.reason(), decide.grant() ? 0 : Procedure.REASON_LEAST)) {
            return Proceedings.reasonNeeded();
        }
        Ruling ruling = new Ruling(
                decide.id(), actor.person(), decide.grant(), decide.reason().strip(), false, day.today());
        State next = decide.grant()
                ? new State.Posting()
                : new State.Refused(day.in(now.procedure().appealDays()));
        return new Answer.Done(now.with(ruling).in(next));
    }

    private static Answer repeated(Ruling before, UUID id, @Nullable UUID officer, boolean granted, String reason) {
        if (!before.id().equals(id)) {
            return new Answer.DecidedBefore(before);
        }
        boolean same = before.granted() == granted
                && before.reason().equals(reason.strip())
                && officer != null
                && officer.equals(before.officer());
        return same ? new Answer.Repeated() : new Answer.Conflicting(id);
    }

    static Answer post(Proceeding now, Day day) {
        return switch (now.state()) {
            case State.Posting ignored -> new Answer.Done(now.in(new State.Registered(appealUntil(now, day))));
            case State.Registered ignored -> new Answer.Repeated();
            case State.Appealed ignored -> new Answer.Repeated();
            case State.Reviewing reviewing -> new Answer.NotNow(reviewing);
            case State.Supplementing supplementing -> new Answer.NotNow(supplementing);
            case State.Publicised publicised -> new Answer.NotNow(publicised);
            case State.Deciding deciding -> new Answer.NotNow(deciding);
            case State.Refused refused -> new Answer.NotNow(refused);
            case State.Withdrawn withdrawn -> new Answer.NotNow(withdrawn);
        };
    }

    /** There is one appeal. */
    private static @Nullable LocalDate appealUntil(Proceeding now, Day day) {
        return now.onAppeal().isPresent() ? null : day.in(now.procedure().appealDays());
    }

    static Answer appeal(Proceeding now, Actor actor, Act.Appeal appeal, Day day) {
        if (!actor.is(now.applicant())) {
            return new Answer.NotTheirs();
        }
        Grounds before = now.appeal();
        if (before != null) {
            return before.equals(new Grounds(appeal.id(), appeal.grounds().strip()))
                    ? new Answer.Repeated()
                    : before.id().equals(appeal.id())
                            ? new Answer.Conflicting(appeal.id())
                            : new Answer.NotNow(now.state());
        }
        return switch (now.state()) {
            case State.Registered registered -> appeal(now, appeal, registered.appealUntil(), day);
            case State.Refused refused -> appeal(now, appeal, refused.appealUntil(), day);
            case State.Reviewing reviewing -> new Answer.NotNow(reviewing);
            case State.Supplementing supplementing -> new Answer.NotNow(supplementing);
            case State.Publicised publicised -> new Answer.NotNow(publicised);
            case State.Deciding deciding -> new Answer.NotNow(deciding);
            case State.Posting posting -> new Answer.NotNow(posting);
            case State.Appealed appealed -> new Answer.NotNow(appealed);
            case State.Withdrawn withdrawn -> new Answer.NotNow(withdrawn);
        };
    }

    private static Answer appeal(Proceeding now, Act.Appeal appeal, @Nullable LocalDate until, Day day) {
        if (until == null) {
            return new Answer.NotNow(now.state());
        }
        if (day.isAfter(until)) {
            return new Answer.TooLate(until);
        }
        if (now.needs().higher() == null) {
            return new Answer.NobodyAbove();
        }
        if (!Proceedings.reasonFits(appeal.grounds(), Procedure.REASON_LEAST)) {
            return Proceedings.reasonNeeded();
        }
        State next = new State.Appealed(day.in(now.procedure().appealReviewDays()));
        return new Answer.Done(
                now.with(new Grounds(appeal.id(), appeal.grounds().strip())).in(next));
    }

    /** Upheld, it is posted anew; dismissed, the first decision stands for good. */
    static Answer rule(Proceeding now, Actor actor, Act.RuleOnAppeal ruling, Day day) {
        UUID higher = now.needs().higher();
        if (actor.person() == null || higher == null || !actor.offices().contains(higher) || now.appeal() == null) {
            return new Answer.NotTheirs();
        }
        Optional<Ruling> before = now.onAppeal();
        if (before.isPresent()) {
            return repeated(before.get(), ruling.id(), actor.person(), ruling.upheld(), ruling.reason());
        }
        Optional<Interest> interest = Interest.onAppeal(now, actor);
        if (interest.isPresent()) {
            return new Answer.Partial(interest.get());
        }
        if (!(now.state() instanceof State.Appealed)) {
            return new Answer.NotNow(now.state());
        }
        if (!Proceedings.reasonFits(ruling.reason(), Procedure.REASON_LEAST)) {
            return Proceedings.reasonNeeded();
        }
        boolean granted = now.decision().map(Ruling::granted).orElse(false);
        State next =
                ruling.upheld() ? new State.Posting() : granted ? new State.Registered(null) : new State.Refused(null);
        return new Answer.Done(now.with(new Ruling(
                        ruling.id(),
                        actor.person(),
                        ruling.upheld(),
                        ruling.reason().strip(),
                        true,
                        day.today()))
                .in(next));
    }
}
