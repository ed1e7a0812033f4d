package cn.jiangxue.promotion;

import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.vocabulary.GradeNames;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an applicant is told after a decision, and before a day runs out, and officers above when it is over. That a second officer is waited for is no news to them. */
final class ApplicantNews {

    private ApplicantNews() {}

    static Optional<PersonTold> of(CaseDocument decided) {
        return kind(decided)
                .map(kind -> told(decided, kind, kind == MessageKind.PROMOTION_MORE_ASKED ? decided.actBy() : null));
    }

    static PersonTold dayNear(CaseDocument waiting) {
        return told(waiting, MessageKind.PROMOTION_DAY_NEAR, waiting.actBy());
    }

    /** {@code officer}: who looks on because the institution is late. */
    static PersonTold overdue(UUID officer, CaseDocument late) {
        return told(officer, late, MessageKind.PROMOTION_OVERDUE, late.actBy());
    }

    private static PersonTold told(CaseDocument about, MessageKind kind, @Nullable LocalDate actBy) {
        return told(about.personId(), about, kind, actBy);
    }

    /** Of an application, told to anybody. */
    static PersonTold told(UUID reader, CaseDocument about, MessageKind kind, @Nullable LocalDate actBy) {
        return new PersonTold(
                reader,
                kind,
                about.id(),
                GradeNames.inOccupation(
                        about.asked().occupation(), about.asked().gradeName()),
                about.institutionName(),
                actBy);
    }

    private static Optional<MessageKind> kind(CaseDocument decided) {
        return switch (decided.state()) {
            case MORE_ASKED -> Optional.of(MessageKind.PROMOTION_MORE_ASKED);
            case IN_EXAMINATION -> Optional.of(MessageKind.PROMOTION_ADMITTED);
            case APPROVED -> Optional.of(MessageKind.PROMOTION_APPROVED);
            case REFUSED -> Optional.of(MessageKind.PROMOTION_REFUSED);
            case SUBMITTED, AWAITING_SECOND, WITHDRAWN -> Optional.empty();
        };
    }
}
