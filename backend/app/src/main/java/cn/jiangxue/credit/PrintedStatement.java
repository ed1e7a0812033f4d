package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.TransparencyApi.Head;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is printed: the same amounts, entries and head as the one with proofs.
 *
 * @param seq the newest entry of the account; this file may hold only some of them
 * @param checkAt the page that checks proofs
 */
record PrintedStatement(
        String holder,
        UUID learnerId,
        long availableMilli,
        long heldMilli,
        long seq,
        List<Row> rows,
        Head head,
        Instant madeAt,
        String checkAt) {

    PrintedStatement {
        rows = List.copyOf(rows);
    }

    /** {@code index}: its place in the log; null while no head covers it. */
    record Row(Entry entry, @Nullable Long index) {}

    long firstSeq() {
        return rows.isEmpty() ? 0 : rows.getFirst().entry().seq();
    }

    long lastSeq() {
        return rows.isEmpty() ? 0 : rows.getLast().entry().seq();
    }
}
