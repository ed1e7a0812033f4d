package cn.jiangxue.content.upload.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How a file is cut for sending: parts of one size, the last one may be shorter.
 *
 * @param sizeBytes of the whole file, more than 0
 * @param partSizeBytes of every part but the last
 */
public record Parts(long sizeBytes, long partSizeBytes) {

    /** The smallest part we ask for. S3 refuses parts under 5 MiB except the last. */
    public static final long SMALLEST_BYTES = 8L << 20;

    /** S3 allows 10,000 and lists 1,000 at a time; with 1,000 one listing shows them all. */
    public static final int MOST = 1_000;

    /** The cut for a file of this size: parts of 8 MiB, larger (in whole MiB) when there would be more than {@link #MOST}. */
    public static Parts of(long sizeBytes) {
        long mebi = 1L << 20;
        long needed = Math.ceilDiv(Math.ceilDiv(sizeBytes, MOST), mebi) * mebi;
        return new Parts(sizeBytes, Math.max(SMALLEST_BYTES, needed));
    }

    public int count() {
        return Math.toIntExact(Math.ceilDiv(sizeBytes, partSizeBytes));
    }

    /** Parts are counted from 1. */
    public boolean has(int partNumber) {
        return partNumber >= 1 && partNumber <= count();
    }

    /** The size the part must have. */
    public long sizeOf(int partNumber) {
        return partNumber < count() ? partSizeBytes : sizeBytes - partSizeBytes * (count() - 1L);
    }

    /** Which of the stored parts (number to size) are whole and need not be sent again. */
    public List<Integer> done(SortedMap<Integer, Long> stored) {
        List<Integer> done = new ArrayList<>();
        stored.forEach((number, size) -> {
            if (has(number) && sizeOf(number) == size) {
                done.add(number);
            }
        });
        return List.copyOf(done);
    }

    /** Which parts are not there yet, or not in their right size. */
    public List<Integer> missing(SortedMap<Integer, Long> stored) {
        List<Integer> done = done(stored);
        List<Integer> missing = new ArrayList<>();
        for (int number = 1; number <= count(); number++) {
            if (!done.contains(number)) {
                missing.add(number);
            }
        }
        return List.copyOf(missing);
    }
}
