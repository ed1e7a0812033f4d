package cn.jiangxue.assessment;

import cn.jiangxue.assessment.rules.VersionStep;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.Flaw;
import java.util.List;
import java.util.UUID;

/** How refusals of the bank leave the service. */
final class VersionRefusals {

    private VersionRefusals() {}

    /** The problem of a step that cannot be taken; {@link IllegalStateException} for one that can. */
    static ProblemException of(VersionStep step, UUID id) {
        return switch (step) {
            case CONFLICT -> new ProblemException(ProblemCode.CONFLICTING_REPEAT, id);
            case STALE -> new ProblemException(ProblemCode.CHANGED_MEANWHILE);
            case MISSING -> new ProblemException(ProblemCode.NOT_FOUND);
            case FULL -> new ProblemException(ProblemCode.TOO_MANY_VERSIONS, VersionStep.MAX_VERSIONS);
            case CREATE, APPEND, REPEAT -> throw new IllegalStateException(step + " is no refusal");
        };
    }

    static ProblemException of(List<Flaw> flaws) {
        var refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        flaws.forEach(flaw -> refusal.field("content." + flaw.field(), flaw.message()));
        return refusal;
    }
}
