package cn.jiangxue.credential.rules;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.CredentialApi.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which states a credential may take, and what it counts as today. */
public final class Lifecycle {

    /** Fewest and most characters of a reason. */
    public static final int REASON_LEAST = 10;

    public static final int REASON_MOST = 2_000;

    private Lifecycle() {}

    /** Whether an officer may move it, or why not. */
    public enum Answer {
        MOVES,
        /** It is in that state already: nothing to do. */
        SAME,
        /** Revoked is for ever. */
        REVOKED_FOR_EVER,
        /** Nobody sets EXPIRED: time does. */
        NOT_A_DECISION,
        REASON_TOO_SHORT,
        REASON_TOO_LONG
    }

    /** {@code now} is one of ACTIVE, SUSPENDED and REVOKED, as it is kept. */
    public static Answer change(CredentialState now, CredentialState wanted, String reason) {
        int length = reason.strip().length();
        if (wanted == CredentialState.EXPIRED) {
            return Answer.NOT_A_DECISION;
        }
        if (now == wanted) {
            return Answer.SAME;
        }
        if (now == CredentialState.REVOKED) {
            return Answer.REVOKED_FOR_EVER;
        }
        if (length < REASON_LEAST) {
            return Answer.REASON_TOO_SHORT;
        }
        return length > REASON_MOST ? Answer.REASON_TOO_LONG : Answer.MOVES;
    }

    /** The state as it is shown: what was decided goes before what time did. */
    public static CredentialState shown(CredentialState kept, @Nullable Instant expiresAt, Instant now) {
        boolean expired = expiresAt != null && !now.isBefore(expiresAt);
        return kept == CredentialState.ACTIVE && expired ? CredentialState.EXPIRED : kept;
    }

    public static Verdict verdict(CredentialState shown) {
        return switch (shown) {
            case ACTIVE -> Verdict.VALID;
            case SUSPENDED -> Verdict.SUSPENDED;
            case REVOKED -> Verdict.REVOKED;
            case EXPIRED -> Verdict.EXPIRED;
        };
    }
}
