package cn.jiangxue.local.mongo;

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

/** Sorts rows by keys alone and reads them again when they are asked for, so that a large sort keeps no documents. */
final class SortedRows implements Rows {

    /** Rows sorted at most without an index, about 30 MiB of keys. */
    private static final int MAX_ROWS = 200_000;

    private record Row(byte[] sortKey, byte[] key) {}

    private static final Comparator<Row> ORDER = (a, b) -> Arrays.compareUnsigned(a.sortKey, b.sortKey);

    private final Table table;
    private final List<Row> rows;
    private int at;
    private int bytes;
    private byte @Nullable [] ready;

    private SortedRows(Table table, List<Row> rows) {
        this.table = table;
        this.rows = rows;
    }

    /** The rows of {@code scan} in order; only the first {@code wanted} when {@code limited}. */
    static Rows of(Table table, Scan scan, List<IndexKey> sort, long wanted, boolean limited) {
        List<Row> rows = limited && wanted < MAX_ROWS ? first((int) wanted, scan, sort) : all(scan, sort);
        rows.sort(ORDER);
        return new SortedRows(table, rows);
    }

    @Override
    public boolean hasNext() {
        while (ready == null && at < rows.size()) {
            ready = table.read(rows.get(at++).key());
        }
        return ready != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || ready == null) {
            throw new NoSuchElementException();
        }
        Document row = Bson.decode(ready);
        bytes = ready.length;
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
            rows.add(row(scan, sort, rows.size()));
        }
        return rows;
    }

    private static List<Row> first(int wanted, Scan scan, List<IndexKey> sort) {
        PriorityQueue<Row> kept = new PriorityQueue<>(ORDER.reversed());
        for (int met = 0; scan.hasNext(); met++) {
            kept.add(row(scan, sort, met));
            if (kept.size() > wanted) {
                kept.remove();
            }
        }
        return new ArrayList<>(kept);
    }

    /** Rows that compare equal stay in the order they were met. */
    private static Row row(Scan scan, List<IndexKey> sort, int met) {
        Document document = scan.next();
        KeyString sortKey = new KeyString();
        for (IndexKey field : sort) {
            sortKey.addRaw(extreme(document, field));
        }
        return new Row(sortKey.add(met, true).toBytes(), scan.key());
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
