package cn.jiangxue.bench;

/**
 * How much is done. Whole: a quarter of an hour on two cores; quick: a third of that; tiny: only to see that everything still runs.
 *
 * @param people who study at the same time in one round
 * @param longHistory entries of the long account
 * @param importedRows of the large file; the small one has a tenth
 * @param leaves of the log whose proofs are timed
 * @param judged outcomes that are held against twenty rules in one round
 */
public record Size(
        int rounds,
        int people,
        int beatsEach,
        int postings,
        int searches,
        int courses,
        int longHistory,
        int importedRows,
        int leaves,
        int judged) {

    static final Size WHOLE = new Size(7, 1_500, 20, 12_000, 1_500, 2_000, 100_000, 100_000, 1_000_000, 100_000);
    static final Size QUICK = new Size(5, 1_000, 8, 3_000, 300, 500, 10_000, 10_000, 100_000, 50_000);
    static final Size TINY = new Size(1, 20, 3, 50, 10, 20, 200, 1_000, 3_000, 200);
}
