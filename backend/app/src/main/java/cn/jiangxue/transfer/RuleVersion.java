package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.Review;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A transfer rule (转换规则) in one version; never edited once it is in force.
 *
 * @param effectiveFrom first civil date of a decision on which it holds
 * @param effectiveUntil first civil date on which it no longer holds; null while it holds without end
 * @param parties institutions that must sign this version
 * @param signedBy institutions that have signed this version
 * @param sources one slot for each outcome that is needed: one is 1:1 or 1:n, several are n:1 or n:m
 * @param mostPerSource the most that one use of the rule grants; null when only the worth bounds it
 */
public record RuleVersion(
        RuleRef ref,
        LocalText name,
        Grounds grounds,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Set<String> parties,
        Set<String> signedBy,
        List<SourceSlot> sources,
        Grant grant,
        Demands demands,
        CreditBasis credit,
        @Nullable Credits mostPerSource,
        Validity validity,
        Recording recording,
        Review review) {

    /** Most sources of one rule. */
    public static final int SOURCES_LIMIT = 8;

    public RuleVersion {
        parties = Set.copyOf(parties);
        signedBy = Set.copyOf(signedBy);
        sources = List.copyOf(sources);
        if (sources.isEmpty() || sources.size() > SOURCES_LIMIT) {
            throw new IllegalArgumentException("a rule has 1 to " + SOURCES_LIMIT + " sources");
        }
        if (effectiveUntil != null && !effectiveUntil.isAfter(effectiveFrom)) {
            throw new IllegalArgumentException("a rule holds for a day at least");
        }
        if (grant instanceof Grant.Pool
                && (credit instanceof CreditBasis.CopyTarget || demands.leastOverlapPercent() != null)) {
            throw new IllegalArgumentException("a pool has neither credit nor units of its own");
        }
    }

    /** Parties whose signature is missing, in order. */
    public List<String> unsigned() {
        Set<String> missing = new TreeSet<>(parties);
        missing.removeAll(signedBy);
        return List.copyOf(missing);
    }

    /** Whether this version takes part in decisions of that civil date: in its time, and signed by all its parties. */
    public boolean inForceOn(LocalDate date) {
        return !date.isBefore(effectiveFrom)
                && (effectiveUntil == null || date.isBefore(effectiveUntil))
                && unsigned().isEmpty();
    }
}
