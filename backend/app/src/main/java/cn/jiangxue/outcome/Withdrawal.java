package cn.jiangxue.outcome;

import cn.jiangxue.contract.CreditApi.Withdrawn;
import cn.jiangxue.contract.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an outcome was taken back. It stays on record; nothing counts it any more.
 *
 * @param cause what took it back: the revoked credential, or the approved withdrawal of its institution
 * @param reason as whoever took it back gave it
 * @param by who took it back; null where an earlier release revoked the credential: the audit record says who
 * @param approvedBy the second person, where it takes one
 */
public record Withdrawal(
        UUID cause,
        Ground ground,
        String reason,
        @Nullable UUID by,
        @Nullable UUID approvedBy,
        Instant at) {

    public enum Ground {
        /** The credential of the grade was revoked, by its institution or after a re-examination. */
        CREDENTIAL_REVOKED,
        /** The institution had stated it by mistake. */
        STATED_BY_MISTAKE,
        /** The institution that had verified its evidence found that it was not authentic after all. */
        VERIFIED_BY_MISTAKE;

        LocalText text() {
            return switch (this) {
                case CREDENTIAL_REVOKED -> new LocalText("对应的证书已被撤销", "The credential that stood for it was revoked");
                case STATED_BY_MISTAKE ->
                    new LocalText("出具机构更正了误报的成果", "Its institution corrected what it had stated by mistake");
                case VERIFIED_BY_MISTAKE ->
                    new LocalText("核验机构更正了核验结论", "The institution that had verified it corrected its finding");
            };
        }
    }

    Withdrawal on(Ground other) {
        return new Withdrawal(cause, other, reason, by, approvedBy, at);
    }

    Withdrawn view() {
        return new Withdrawn(at, ground.text(), reason);
    }
}
