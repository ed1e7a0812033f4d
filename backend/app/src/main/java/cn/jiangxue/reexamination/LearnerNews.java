package cn.jiangxue.reexamination;

import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.reexamination.ReexaminationDocument.Graded;
import cn.jiangxue.reexamination.ReexaminationDocument.StoredFinding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a learner is told whose grade is looked at again. It is shown to them with the application, so that is what the message is about. */
final class LearnerNews {

    private LearnerNews() {}

    static PersonTold drawn(ReexaminationDocument drawn) {
        return told(drawn, MessageKind.REEXAMINATION_DRAWN, null);
    }

    static PersonTold found(ReexaminationDocument about, StoredFinding made) {
        return made.kind() == FindingKind.UPHELD
                ? told(about, MessageKind.REEXAMINATION_UPHELD, null)
                : told(about, MessageKind.REEXAMINATION_DOUBTFUL, made.hearUntil());
    }

    static PersonTold ruled(ReexaminationDocument about, RulingKind kind) {
        return switch (kind) {
            case CONFIRM -> told(about, MessageKind.REEXAMINATION_CONFIRMED, null);
            case OVERTURN -> told(about, MessageKind.REEXAMINATION_OVERTURNED, null);
        };
    }

    /** {@code day}: the last one to say something, which is near. */
    static PersonTold dayNear(ReexaminationDocument waiting, LocalDate day) {
        return told(waiting, MessageKind.REEXAMINATION_DAY_NEAR, day);
    }

    private static PersonTold told(ReexaminationDocument about, MessageKind kind, @Nullable LocalDate actBy) {
        Graded graded = about.graded();
        return new PersonTold(graded.personId(), kind, graded.caseId(), graded.what(), graded.institutionName(), actBy);
    }
}
