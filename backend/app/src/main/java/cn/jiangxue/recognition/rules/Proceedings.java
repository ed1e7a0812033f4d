package cn.jiangxue.recognition.rules;

import cn.jiangxue.recognition.rules.Proceeding.Declared;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one way a case goes: apply → review (→ supplement → review) → publicity → decision → ledger → register → appeal. What is due by the calendar happens before anything
 * else, whether or not a sweep came by. Rules by number: docs/adr/0024.
 */
public final class Proceedings {

    private Proceedings() {}

    /** A new case: to the officers, to publicity, or, where outcomes prove themselves and no publicity is asked, decided at once. */
    public static Proceeding open(UUID applicant, Needs needs, Procedure procedure, UUID id, Day day) {
        return open(applicant, needs, procedure, List.of(), id, day);
    }

    /** {@code declared}: outcomes of elsewhere whose evidence has to be examined; then it is for a panel (rule 10). */
    public static Proceeding open(
            UUID applicant, Needs needs, Procedure procedure, List<UUID> declared, UUID id, Day day) {
        if (!declared.isEmpty() && !needs.panel()) {
            throw new IllegalArgumentException("what rests on unverified evidence is for a panel");
        }
        Proceeding made = new Proceeding(
                applicant,
                needs,
                procedure,
                new State.Reviewing(day.in(procedure.reviewDays())),
                1,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                declared.stream()
                        .map(outcome -> new Declared(outcome, null, false))
                        .toList(),
                null);
        if (!needs.nobody()) {
            return made;
        }
        if (procedure.publicityDays() > 0) {
            return made.in(agreed(procedure, day));
        }
        return made.with(new Proceeding.Ruling(id, null, true, "", false, day.today()))
                .in(new State.Posting());
    }

    /** What becomes of an act on that day. */
    public static Answer act(Proceeding proceeding, Actor actor, Act act, Day day) {
        Proceeding now = passed(proceeding, day);
        return switch (act) {
            case Act.Take ignored -> ReviewSteps.take(now, actor);
            case Act.Vote vote -> ReviewSteps.vote(now, actor, vote, day);
            case Act.Examine examine -> EvidenceSteps.examine(now, actor, examine);
            case Act.AskForMore ask -> ReviewSteps.ask(now, actor, ask, day);
            case Act.Supply supply -> ReviewSteps.supply(now, actor, supply, day);
            case Act.Withdraw ignored -> RulingSteps.withdraw(now, actor);
            case Act.Object object -> PublicitySteps.object(now, actor, object);
            case Act.Reply reply -> PublicitySteps.reply(now, actor, reply);
            case Act.Decide decide -> RulingSteps.decide(now, actor, decide, day);
            case Act.Post ignored -> RulingSteps.post(now, day);
            case Act.Appeal appeal -> RulingSteps.appeal(now, actor, appeal, day);
            case Act.RuleOnAppeal ruling -> RulingSteps.rule(now, actor, ruling, day);
        };
    }

    /**
     * What the calendar alone brings: publicity ends, a request for more that nobody answered goes back to the officers, and what officers have not done in time is told to
     * the higher body. The case itself when nothing is due.
     */
    public static Proceeding passed(Proceeding proceeding, Day day) {
        LocalDate due = proceeding.state().due();
        if (due == null || !day.isAfter(due)) {
            return proceeding;
        }
        return switch (proceeding.state()) {
            case State.Publicised ignored ->
                proceeding.in(new State.Deciding(day.in(proceeding.procedure().decisionDays())));
            case State.Supplementing supplementing -> ReviewSteps.resumed(proceeding, supplementing, day);
            case State.Reviewing ignored -> escalated(proceeding, day);
            case State.Deciding ignored -> escalated(proceeding, day);
            case State.Appealed ignored -> escalated(proceeding, day);
            case State.Posting ignored -> proceeding;
            case State.Registered ignored -> proceeding;
            case State.Refused ignored -> proceeding;
            case State.Withdrawn ignored -> proceeding;
        };
    }

    private static Proceeding escalated(Proceeding proceeding, Day day) {
        return proceeding.escalatedOn() == null ? proceeding.escalated(day.today()) : proceeding;
    }

    /** The first civil day on which the calendar alone changes the case; null when it never does. */
    public static @Nullable LocalDate wakesOn(Proceeding proceeding) {
        LocalDate due = proceeding.state().due();
        boolean told = proceeding.escalatedOn() != null;
        return due == null || told ? null : due.plusDays(1);
    }

    /** The last day of what waits for the applicant: an answer, or an appeal against a refusal. Null when nothing does. */
    public static @Nullable LocalDate waitsForApplicantUntil(State state) {
        return switch (state) {
            case State.Supplementing supplementing -> supplementing.due();
            case State.Refused refused -> refused.appealUntil();
            case State.Reviewing ignored -> null;
            case State.Publicised ignored -> null;
            case State.Deciding ignored -> null;
            case State.Posting ignored -> null;
            case State.Registered ignored -> null;
            case State.Appealed ignored -> null;
            case State.Withdrawn ignored -> null;
        };
    }

    /** The last day of what waits for the officer who looks after it; null while nobody does, and when no officer of the institution has to act. */
    public static @Nullable LocalDate waitsForHandlerUntil(Proceeding proceeding) {
        if (proceeding.handler() == null) {
            return null;
        }
        return switch (proceeding.state()) {
            case State.Reviewing reviewing -> reviewing.due();
            case State.Deciding deciding -> deciding.due();
            case State.Supplementing ignored -> null;
            case State.Publicised ignored -> null;
            case State.Posting ignored -> null;
            case State.Registered ignored -> null;
            case State.Refused ignored -> null;
            case State.Appealed ignored -> null;
            case State.Withdrawn ignored -> null;
        };
    }

    /** Where a case goes that all agreed to. */
    static State agreed(Procedure procedure, Day day) {
        return procedure.publicityDays() > 0
                ? new State.Publicised(day.in(procedure.publicityDays()))
                : new State.Deciding(day.in(procedure.decisionDays()));
    }

    /**
     * The case after it was judged anew by what was found out about its evidence.
     *
     * @param needs of what is granted now
     * @param grants whether anything is: else nobody votes any more, and an officer has to refuse it; an answer that the applicant owes is waited for all the same
     */
    public static Proceeding judgedAnew(Proceeding proceeding, Needs needs, boolean grants, Day day) {
        Proceeding judged = passed(proceeding, day).needing(grants ? needs : needs.ofNobody());
        return grants || !(judged.state() instanceof State.Reviewing)
                ? judged
                : judged.in(new State.Deciding(day.in(judged.procedure().decisionDays())));
    }

    /** Whether an officer may grant it: nobody had to agree, or all did. What rested on evidence is for a panel, so where nobody is left to agree nothing is left to grant. */
    public static boolean mayBeGranted(Proceeding proceeding) {
        return proceeding.needs().nobody()
                ? proceeding.declared().isEmpty()
                : Tally.of(proceeding).result() == Tally.Result.AGREED;
    }

    static boolean reasonFits(String reason, int least) {
        int length = reason.strip().length();
        return length >= least && length <= Procedure.REASON_MOST;
    }

    static Answer reasonNeeded() {
        return new Answer.ReasonNeeded(Procedure.REASON_LEAST, Procedure.REASON_MOST);
    }
}
