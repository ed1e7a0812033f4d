package cn.jiangxue.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a learner's statement holds: every entry stands under the head, all are of one account, each once and without a gap, and together they make the balance. What
 * it cannot tell is whether newer entries were kept back; the newest sequence number is the statement's own word.
 */
public final class StatementCheck {

    /** The second form has more lines; those that are checked here stand in both. */
    private static final Set<String> FORMS = Set.of("jiangxue-ledger-entry/1", "jiangxue-ledger-entry/2");

    public enum Fault {
        NOT_AN_ENTRY,
        NOT_UNDER_HEAD,
        OF_ANOTHER_ACCOUNT,
        OUT_OF_SEQUENCE,
        BALANCE_DIFFERS,
        SUM_DIFFERS
    }

    /** @param seq the entry at fault; for SUM_DIFFERS the newest one */
    public record Finding(Fault fault, long seq) {}

    /**
     * All pages of a statement as one.
     *
     * @param waiting sequence numbers of entries that are said to be too new for the head
     */
    public record Stated(
            String learnerId,
            long seq,
            long availableMilli,
            long heldMilli,
            List<StatedRecord> entries,
            List<Long> waiting) {}

    private final Checkpoint head;
    private final Stated stated;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> waiting;
    private long available;
    private long held;
    private boolean whole = true;

    private StatementCheck(Checkpoint head, Stated stated) {
        this.head = head;
        this.stated = stated;
        this.waiting = new HashSet<>(stated.waiting());
    }

    /** Every fault, in the order of the entries; none when the statement holds. */
    public static List<Finding> check(Checkpoint head, Stated stated) {
        StatementCheck check = new StatementCheck(head, stated);
        check.entries();
        return List.copyOf(check.findings);
    }

    private void entries() {
        long expected = 1;
        for (StatedRecord entry : stated.entries()) {
            expected = skipWaiting(expected);
            entry(entry, expected);
            expected++;
        }
        if (skipWaiting(expected) != stated.seq() + 1) {
            findings.add(new Finding(Fault.OUT_OF_SEQUENCE, expected));
        } else if (whole && (available != stated.availableMilli() || held != stated.heldMilli())) {
            findings.add(new Finding(Fault.SUM_DIFFERS, stated.seq()));
        }
    }

    private long skipWaiting(long expected) {
        long next = expected;
        while (waiting.contains(next)) {
            next++;
            whole = false;
        }
        return next;
    }

    private void entry(StatedRecord entry, long expected) {
        String form = entry.canonical();
        if (!FORMS.contains(CanonicalForm.name(form))) {
            findings.add(new Finding(Fault.NOT_AN_ENTRY, expected));
            return;
        }
        if (!entry.isUnder(head)) {
            findings.add(new Finding(Fault.NOT_UNDER_HEAD, expected));
        }
        if (!CanonicalForm.value(form, "learner").orElse("").equals(stated.learnerId())) {
            findings.add(new Finding(Fault.OF_ANOTHER_ACCOUNT, expected));
        }
        if (number(form, "seq") != expected) {
            findings.add(new Finding(Fault.OUT_OF_SEQUENCE, expected));
        }
        available += moved(form, "available");
        held += moved(form, "held");
        if (whole && number(form, "balanceAfter") != available) {
            findings.add(new Finding(Fault.BALANCE_DIFFERS, expected));
        }
    }

    private long moved(String form, String bucket) {
        String start = "learner:" + stated.learnerId() + " " + bucket + " ";
        return CanonicalForm.values(form, "leg").stream()
                .filter(leg -> leg.startsWith(start))
                .mapToLong(leg -> parsed(leg.substring(start.length())))
                .sum();
    }

    private static long number(String form, String name) {
        return CanonicalForm.value(form, name).map(StatementCheck::parsed).orElse(Long.MIN_VALUE);
    }

    private static long parsed(String number) {
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            return Long.MIN_VALUE;
        }
    }
}
