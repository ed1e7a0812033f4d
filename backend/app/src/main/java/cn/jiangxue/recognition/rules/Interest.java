package cn.jiangxue.recognition.rules;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why somebody must keep out of a case (回避). */
public enum Interest {
    OWN_CASE,
    /** They objected to it. */
    OBJECTED,
    /** They hold a role in an organisation where the applicant is on record as a member: it employs, teaches or enrolled them. */
    SAME_ORGANISATION,
    /** They voted in this round. */
    VOTED,
    /** They acted on it before the appeal. */
    TOOK_PART;

    /** What keeps an officer from acting on a case before it is decided. */
    static Optional<Interest> ofOfficer(Proceeding proceeding, Actor actor) {
        UUID person = actor.person();
        if (person == null) {
            return Optional.empty();
        }
        if (actor.is(proceeding.applicant())) {
            return Optional.of(OWN_CASE);
        }
        if (hasObjected(proceeding, person)) {
            return Optional.of(OBJECTED);
        }
        return proceeding.procedure().independent() && !actor.shared().isEmpty()
                ? Optional.of(SAME_ORGANISATION)
                : Optional.empty();
    }

    /** What keeps an officer of the higher body from ruling on an appeal. */
    static Optional<Interest> onAppeal(Proceeding proceeding, Actor actor) {
        return ofOfficer(proceeding, actor)
                .or(() -> tookPart(proceeding, actor.person()) ? Optional.of(TOOK_PART) : Optional.empty());
    }

    private static boolean tookPart(Proceeding proceeding, @Nullable UUID person) {
        return person != null && proceeding.tookPart().contains(person);
    }

    private static boolean hasObjected(Proceeding proceeding, UUID person) {
        return proceeding.objections().stream()
                .anyMatch(objection -> objection.person().equals(person));
    }
}
