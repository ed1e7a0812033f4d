package cn.jiangxue.recognition.rules;

import cn.jiangxue.contract.RecognitionApi.CaseAct;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody may do to a case today; the steps themselves decide again when it is done. */
public final class Menu {

    private Menu() {}

    public static Set<CaseAct> of(Proceeding proceeding, Actor actor, Day day) {
        Proceeding now = Proceedings.passed(proceeding, day);
        Set<CaseAct> acts = EnumSet.noneOf(CaseAct.class);
        if (actor.is(now.applicant())) {
            acts.addAll(ofApplicant(now, day));
        }
        if (Interest.ofOfficer(now, actor).isEmpty()) {
            acts.addAll(ofOfficer(now, actor));
        }
        UUID higher = now.needs().higher();
        if (now.state() instanceof State.Appealed
                && higher != null
                && actor.offices().contains(higher)
                && Interest.onAppeal(now, actor).isEmpty()) {
            acts.add(CaseAct.RULE_ON_APPEAL);
            if (!now.refuted().isEmpty()) {
                acts.add(CaseAct.EXAMINE);
            }
        }
        return acts;
    }

    private static Set<CaseAct> ofApplicant(Proceeding now, Day day) {
        return switch (now.state()) {
            case State.Reviewing ignored -> EnumSet.of(CaseAct.ATTACH, CaseAct.WITHDRAW);
            case State.Supplementing ignored -> EnumSet.of(CaseAct.SUPPLY, CaseAct.ATTACH, CaseAct.WITHDRAW);
            case State.Publicised ignored -> EnumSet.of(CaseAct.WITHDRAW);
            case State.Deciding ignored -> EnumSet.of(CaseAct.WITHDRAW);
            case State.Registered registered -> appeals(now, registered.appealUntil(), day);
            case State.Refused refused -> appeals(now, refused.appealUntil(), day);
            case State.Posting ignored -> EnumSet.noneOf(CaseAct.class);
            case State.Appealed ignored -> EnumSet.noneOf(CaseAct.class);
            case State.Withdrawn ignored -> EnumSet.noneOf(CaseAct.class);
        };
    }

    private static Set<CaseAct> appeals(Proceeding now, @Nullable LocalDate until, Day day) {
        boolean may = until != null
                && !day.isAfter(until)
                && now.appeal() == null
                && now.needs().higher() != null;
        return may ? EnumSet.of(CaseAct.APPEAL) : EnumSet.noneOf(CaseAct.class);
    }

    private static Set<CaseAct> ofOfficer(Proceeding now, Actor actor) {
        Set<CaseAct> acts = EnumSet.noneOf(CaseAct.class);
        boolean reviews = actor.offices().stream().anyMatch(now.needs()::reviews);
        boolean awards = actor.offices().contains(now.needs().institution());
        if (now.state() instanceof State.Reviewing && reviews) {
            acts.add(CaseAct.ASK_FOR_MORE);
            Tally tally = Tally.of(now);
            boolean voted = now.current().stream().anyMatch(vote -> actor.is(vote.officer()));
            boolean unexamined = !now.unexamined().isEmpty();
            if (awards && unexamined) {
                acts.add(CaseAct.EXAMINE);
            }
            if (!voted && !unexamined && actor.offices().stream().anyMatch(tally::wants)) {
                acts.add(CaseAct.VOTE);
            }
        }
        if (now.state() instanceof State.Deciding) {
            if (reviews) {
                acts.add(CaseAct.ASK_FOR_MORE);
            }
            if (awards && now.unanswered() == 0) {
                acts.add(CaseAct.DECIDE);
            }
        }
        if (awards && now.open() && !actor.is(now.handler())) {
            acts.add(CaseAct.TAKE);
        }
        if (awards && now.unanswered() > 0 && now.decision().isEmpty() && now.open()) {
            acts.add(CaseAct.REPLY);
        }
        return acts;
    }
}
