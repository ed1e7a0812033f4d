package cn.jiangxue.transfer;

import org.jspecify.annotations.Nullable;

/** What one of a rule's sources must be. Whatever is null is not asked. */
public record SourceSlot(
        OutcomeKind kind,
        @Nullable String code,
        @Nullable String issuer,
        @Nullable String occupationCode,
        @Nullable Integer leastLevel) {

    /** Any outcome of that kind. */
    public static SourceSlot any(OutcomeKind kind) {
        return new SourceSlot(kind, null, null, null, null);
    }

    /** One certain outcome of that kind, whoever issued it. */
    public static SourceSlot of(OutcomeKind kind, String code) {
        return new SourceSlot(kind, code, null, null, null);
    }

    /** Whether the outcome is of the sort asked for; scores, ages and overlap are looked at later. */
    public boolean accepts(Outcome outcome) {
        return outcome.kind() == kind
                && (code == null || code.equals(outcome.code()))
                && (issuer == null || issuer.equals(outcome.issuer()))
                && (occupationCode == null || occupationCode.equals(outcome.occupationCode()))
                && (leastLevel == null || (outcome.level() != null && outcome.level() >= leastLevel));
    }
}
