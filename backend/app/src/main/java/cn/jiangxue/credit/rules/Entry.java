package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger. Never changed, never removed; both legs are in it and sum to zero.
 *
 * @param seq counts from 1 in each account, without gaps
 * @param balanceAfter available credit once it is applied
 * @param salt random, so that the leaf hash says nothing to those who do not hold the entry
 * @param parts the change by the days on which the credit ends; they add up to it
 */
public record Entry(
        UUID id,
        LearnerId learner,
        long seq,
        EntryKind kind,
        String cause,
        Change change,
        Credits balanceAfter,
        String counter,
        @Nullable Award award,
        @Nullable String occupationCode,
        @Nullable RulePin rule,
        @Nullable Long undoes,
        LocalText reason,
        List<Finding> findings,
        Instant postedAt,
        Salt salt,
        Terms terms,
        List<Part> parts) {

    public Entry {
        findings = List.copyOf(findings);
        parts = List.copyOf(parts);
    }

    /** The legs that move something; they sum to zero. */
    public List<Leg> legs() {
        String account = "learner:" + learner.value();
        return Stream.of(
                        new Leg(account, "available", change.available()),
                        new Leg(account, "held", change.held()),
                        new Leg(counter, "issued", change.total().negated()))
                .filter(leg -> leg.amount().milli() != 0)
                .toList();
    }

    /** Whether an award is live after this entry, given that it was about that award. */
    public boolean leavesAwardLive() {
        return award != null && kind == EntryKind.DEPOSIT;
    }

    /** Whether the posting asks for exactly what this entry did; what the ledger adds by itself (id, place, instant, salt, parts) is not compared. */
    public boolean isAskedBy(Posting posting) {
        return learner.equals(posting.learner())
                && kind == posting.kind()
                && cause.equals(posting.cause())
                && change.equals(posting.change())
                && counter.equals(posting.counter())
                && Objects.equals(award, posting.award())
                && Objects.equals(occupationCode, posting.occupationCode())
                && Objects.equals(rule, posting.rule())
                && Objects.equals(undoes, posting.undoes())
                && reason.equals(posting.reason())
                && findings.equals(posting.findings())
                && terms.equals(posting.terms());
    }
}
