package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.promotion.CaseDocument.Asked;
import java.util.Optional;

/** What an applicant is told after a decision. That a second officer is waited for is no news to them. */
final class ApplicantNews {

    private ApplicantNews() {}

    static Optional<PersonTold> of(CaseDocument decided) {
        return kind(decided)
                .map(kind -> new PersonTold(
                        decided.personId(),
                        kind,
                        decided.id(),
                        matter(decided.asked()),
                        decided.institutionName(),
                        kind == MessageKind.PROMOTION_MORE_ASKED ? decided.actBy() : null));
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

    private static LocalText matter(Asked asked) {
        return new LocalText(
                asked.occupation().zh() + " · " + asked.gradeName().zh(),
                asked.occupation().en() + ", " + asked.gradeName().en());
    }
}
