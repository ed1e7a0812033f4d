package cn.jiangxue.recognition.rules;

import cn.jiangxue.recognition.rules.Proceeding.Found;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What is found out about the evidence of outcomes of elsewhere (rule 10): once by the awarding institution, and once more in favour by the body above on an appeal. */
final class EvidenceSteps {

    private EvidenceSteps() {}

    static Answer examine(Proceeding now, Actor actor, Act.Examine examine) {
        boolean onAppeal = now.state() instanceof State.Appealed;
        UUID body = onAppeal ? now.needs().higher() : now.needs().institution();
        if (actor.person() == null || body == null || !actor.offices().contains(body)) {
            return new Answer.NotTheirs();
        }
        if (!now.toExamine().contains(examine.outcome())) {
            return new Answer.NothingToExamine();
        }
        Optional<Interest> interest = onAppeal ? Interest.onAppeal(now, actor) : Interest.ofOfficer(now, actor);
        if (interest.isPresent()) {
            return new Answer.Partial(interest.get());
        }
        if (!onAppeal && !(now.state() instanceof State.Reviewing)) {
            return new Answer.NotNow(now.state());
        }
        if (onAppeal && !examine.authentic()) {
            return new Answer.OnlyAuthentic();
        }
        if (!Proceedings.reasonFits(examine.note(), Procedure.REASON_LEAST)) {
            return Proceedings.reasonNeeded();
        }
        if (examine.authentic() && examine.means() == null) {
            return new Answer.MeansNeeded();
        }
        return new Answer.Done(onAppeal ? overturned(now, examine) : found(now, actor, examine));
    }

    private static Proceeding found(Proceeding now, Actor actor, Act.Examine examine) {
        Found found = new Found(Objects.requireNonNull(actor.person()), examine.authentic());
        return now.examined(examine.outcome(), found, false);
    }

    /** Who found it untrue stays on record: they took part. */
    private static Proceeding overturned(Proceeding now, Act.Examine examine) {
        return now.declared().stream()
                .filter(each -> each.outcome().equals(examine.outcome()))
                .findFirst()
                .map(each -> now.examined(each.outcome(), Objects.requireNonNull(each.found()), true))
                .orElseThrow();
    }
}
