package cn.jiangxue.recognition.rules;

import cn.jiangxue.contract.DeclaredOutcomeApi.Means;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do to a case. Whatever may be sent twice has an id of its own. */
public sealed interface Act {

    /** An officer makes the case their own to look after. */
    record Take() implements Act {}

    /** For an institution that must agree, with a reason. */
    record Vote(UUID id, UUID organisation, boolean favourable, String reason) implements Act {}

    /**
     * What an officer found out about the evidence of an outcome of elsewhere.
     *
     * @param means by what; needed where it is authentic
     * @param note what was seen or asked, or why it is not authentic
     */
    record Examine(
            UUID id,
            UUID outcome,
            boolean authentic,
            @Nullable Means means,
            String note) implements Act {}

    /** Asks the applicant for more. {@code days}: working days; 0 for the usual. */
    record AskForMore(UUID id, String reason, int days) implements Act {}

    /** The applicant's answer. */
    record Supply(UUID id, String answer) implements Act {}

    record Withdraw() implements Act {}

    /** Anybody against what is publicised. */
    record Object(UUID id, String reason) implements Act {}

    /** The institution's answer to an objection. */
    record Reply(UUID objection, String answer) implements Act {}

    record Decide(UUID id, boolean grant, String reason) implements Act {}

    /** The ledger has written what was granted. */
    record Post() implements Act {}

    record Appeal(UUID id, String grounds) implements Act {}

    record RuleOnAppeal(UUID id, boolean upheld, String reason) implements Act {}
}
