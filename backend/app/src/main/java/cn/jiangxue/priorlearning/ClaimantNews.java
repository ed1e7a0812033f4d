package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.vocabulary.GradeNames;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a claimant is told when their claim stands somewhere else than before, and before a day runs out. What they did themselves is no news to them. */
final class ClaimantNews {

    private ClaimantNews() {}

    static Optional<PersonTold> of(ClaimDocument before, ClaimDocument after) {
        if (before.state() == after.state()) {
            return Optional.empty();
        }
        return switch (after.state()) {
            case MORE_ASKED -> Optional.of(told(after, MessageKind.PRIOR_LEARNING_MORE_ASKED, after.actBy()));
            case DECIDED -> Optional.of(told(after, decided(after), null));
            case SUBMITTED, WITHDRAWN -> Optional.empty();
        };
    }

    static PersonTold dayNear(ClaimDocument waiting) {
        return told(waiting, MessageKind.PRIOR_LEARNING_DAY_NEAR, waiting.actBy());
    }

    private static MessageKind decided(ClaimDocument claim) {
        return claim.awarded().isEmpty() ? MessageKind.PRIOR_LEARNING_REFUSED : MessageKind.PRIOR_LEARNING_AWARDED;
    }

    /** {@code officer}: who looks on because the institution is late. */
    static PersonTold overdue(UUID officer, ClaimDocument late) {
        return told(officer, late, MessageKind.PRIOR_LEARNING_OVERDUE, late.actBy());
    }

    private static PersonTold told(ClaimDocument claim, MessageKind kind, @Nullable LocalDate actBy) {
        return told(claim.personId(), claim, kind, actBy);
    }

    private static PersonTold told(UUID reader, ClaimDocument claim, MessageKind kind, @Nullable LocalDate actBy) {
        return new PersonTold(
                reader,
                kind,
                claim.id(),
                GradeNames.inOccupation(
                        claim.asked().occupation(), claim.asked().gradeName()),
                claim.institutionName(),
                actBy);
    }
}
