package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rows in an order that no index has. A few are kept as they were judged. Many are sorted by keys alone and read again when they are asked for, so that a large sort keeps no
 * documents; each is then judged again, for it may have changed: nothing is given out that does not match.
 */
final class SortedRows implements Rows {

    /** Rows sorted at most without an index, about 30 MiB of keys. */
    private static final int MAX_ROWS = 200_000;

    /** Rows kept as they are at most. */
    private static final int MOST_KEPT = 256;

    /** {@code kept}: the row itself, and its size; null when it is read again. */
    private record Row(byte[] sortKey, byte[] key, @Nullable Document kept, int bytes) {}

    private static final Comparator<Row> ORDER = (a, b) -> Arrays.compareUnsigned(a.sortKey, b.sortKey);

    private final Table table;
    private final Document filter;
    private final List<Row> rows;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();
    private int at;
    private int bytes;
    private int readyBytes;
    private @Nullable Document ready;

    private SortedRows(Table table, Document filter, List<Row> rows) {
        this.table = table;
        this.filter = filter;
        this.rows = rows;
    }

    /** The rows of {@code scan} in order; only the first {@code wanted} when {@code limited}. */
    static Rows of(Table table, Document filter, Scan scan, List<IndexKey> sort, long wanted, boolean limited) {
        List<Row> rows = limited && wanted < MAX_ROWS ? first((int) wanted, scan, sort) : all(scan, sort);
        rows.sort(ORDER);
        return new SortedRows(table, filter, rows);
    }

    @Override
    public boolean hasNext() {
        while (ready == null && at < rows.size()) {
            ready = row(rows.get(at++));
        }
        return ready != null;
    }

    private @Nullable Document row(Row row) {
        if (row.kept() != null) {
            readyBytes = row.bytes();
            return row.kept();
        }
        byte[] bson = table.read(row.key());
        if (bson == null) {
            return null;
        }
        Document found = Bson.decode(bson);
        readyBytes = bson.length;
        return matcher.matches(found, filter) ? found : null;
    }

    @Override
    public Document next() {
        if (!hasNext() || ready == null) {
            throw new NoSuchElementException();
        }
        Document row = ready;
        bytes = readyBytes;
        ready = null;
        return row;
    }

    @Override
    public int bytes() {
        return bytes;
    }

    private static List<Row> all(Scan scan, List<IndexKey> sort) {
        List<Row> rows = new ArrayList<>();
        while (scan.hasNext()) {
            if (rows.size() == MAX_ROWS) {
                throw Refused.tooMuchToSort(MAX_ROWS);
            }
            rows.add(row(scan, sort, rows.size(), false));
        }
        return rows;
    }

    private static List<Row> first(int wanted, Scan scan, List<IndexKey> sort) {
        PriorityQueue<Row> kept = new PriorityQueue<>(ORDER.reversed());
        for (int met = 0; scan.hasNext(); met++) {
            kept.add(row(scan, sort, met, wanted <= MOST_KEPT));
            if (kept.size() > wanted) {
                kept.remove();
            }
        }
        return new ArrayList<>(kept);
    }

    /** Rows that compare equal stay in the order they were met. */
    private static Row row(Scan scan, List<IndexKey> sort, int met, boolean keep) {
        Document document = scan.next();
        KeyString sortKey = new KeyString();
        for (IndexKey field : sort) {
            sortKey.addRaw(extreme(document, field));
        }
        return new Row(sortKey.add(met, true).toBytes(), scan.key(), keep ? document : null, scan.bytes());
    }

    /** An array sorts by its smallest element, or by its largest when descending. */
    private static byte[] extreme(Document document, IndexKey field) {
        byte @Nullable [] best = null;
        var tuples = FieldTuples.of(List.<String[]>of(field.getKey().split("\\.", -1)), document);
        for (@Nullable Object[] tuple : tuples.tuples()) {
            byte[] value = new KeyString().add(tuple[0], field.isAscending()).toBytes();
            if (best == null || Arrays.compareUnsigned(value, best) < 0) {
                best = value;
            }
        }
        return Objects.requireNonNull(best);
    }
}
