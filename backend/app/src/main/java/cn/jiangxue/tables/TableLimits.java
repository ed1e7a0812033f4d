package cn.jiangxue.tables;

/**
 * What a workbook may unpack to: it is a zip, and a small file must not fill the memory.
 *
 * @param unpackedBytes of all its parts together
 * @param sharedTextBytes of the table of texts, which a reader holds
 */
public record TableLimits(long unpackedBytes, long sharedTextBytes) {

    private static final long MIB = 1024L * 1024;

    /** For files that are held in memory anyway. */
    public static final TableLimits SMALL = new TableLimits(20 * MIB, 20 * MIB);

    /** For files that are read from disk. */
    public static final TableLimits LARGE = new TableLimits(512 * MIB, 32 * MIB);
}
