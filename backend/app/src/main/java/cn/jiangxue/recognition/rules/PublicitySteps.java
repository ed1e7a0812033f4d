package cn.jiangxue.recognition.rules;

import cn.jiangxue.recognition.rules.Proceeding.Objection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Objections to what is publicised, and the institution's answers (rule 6). */
final class PublicitySteps {

    private PublicitySteps() {}

    static Answer object(Proceeding now, Actor actor, Act.Object object) {
        UUID person = actor.person();
        if (person == null) {
            return new Answer.NotTheirs();
        }
        Optional<Objection> before = now.objections().stream()
                .filter(objection -> objection.id().equals(object.id()))
                .findFirst();
        if (before.isPresent()) {
            boolean same = before.get().person().equals(person)
                    && before.get().reason().equals(object.reason().strip());
            return same ? new Answer.Repeated() : new Answer.Conflicting(object.id());
        }
        if (!(now.state() instanceof State.Publicised)) {
            return new Answer.NotNow(now.state());
        }
        Optional<Interest> interest = interest(now, actor, person);
        if (interest.isPresent()) {
            return new Answer.Partial(interest.get());
        }
        if (!Proceedings.reasonFits(object.reason(), Procedure.REASON_LEAST)) {
            return Proceedings.reasonNeeded();
        }
        if (now.objections().size() >= Procedure.OBJECTIONS_MOST) {
            return new Answer.AtLimit(Procedure.OBJECTIONS_MOST);
        }
        Objection objection = new Objection(object.id(), person, object.reason().strip(), null, null);
        return new Answer.Done(now.withObjections(Proceeding.plus(now.objections(), objection)));
    }

    /** Nobody objects to their own case, nor twice. */
    private static Optional<Interest> interest(Proceeding now, Actor actor, UUID person) {
        if (actor.is(now.applicant())) {
            return Optional.of(Interest.OWN_CASE);
        }
        return now.objections().stream()
                        .anyMatch(objection -> objection.person().equals(person))
                ? Optional.of(Interest.OBJECTED)
                : Optional.empty();
    }

    static Answer reply(Proceeding now, Actor actor, Act.Reply reply) {
        UUID officer = actor.person();
        Optional<Objection> found = now.objections().stream()
                .filter(objection -> objection.id().equals(reply.objection()))
                .findFirst();
        if (officer == null || !actor.offices().contains(now.needs().institution()) || found.isEmpty()) {
            return new Answer.NotTheirs();
        }
        Objection objection = found.get();
        if (objection.answer() != null) {
            return objection.answer().equals(reply.answer().strip()) && officer.equals(objection.answeredBy())
                    ? new Answer.Repeated()
                    : new Answer.Conflicting(reply.objection());
        }
        Optional<Interest> interest = Interest.ofOfficer(now, actor);
        if (interest.isPresent()) {
            return new Answer.Partial(interest.get());
        }
        if (!isBeforeDecision(now.state())) {
            return new Answer.NotNow(now.state());
        }
        if (!Proceedings.reasonFits(reply.answer(), Procedure.REASON_LEAST)) {
            return Proceedings.reasonNeeded();
        }
        List<Objection> answered = now.objections().stream()
                .map(each -> each.id().equals(reply.objection())
                        ? new Objection(
                                each.id(),
                                each.person(),
                                each.reason(),
                                officer,
                                reply.answer().strip())
                        : each)
                .toList();
        return new Answer.Done(now.withObjections(answered));
    }

    /** Objections that came in stay to be answered when more is asked for after the publicity. */
    private static boolean isBeforeDecision(State state) {
        return state instanceof State.Publicised
                || state instanceof State.Deciding
                || state instanceof State.Reviewing
                || state instanceof State.Supplementing;
    }
}
