package cn.jiangxue.local.mongo;

/** Where an entry stands in the log, packed into 64 bits: segment slot (12), offset (27), frame length (25). */
final class Location {

    static final int SLOTS = 1 << 12;
    static final int MAX_FRAME = (1 << 25) - 1;

    private static final int OFFSET_BITS = 27;
    private static final int FRAME_BITS = 25;

    private Location() {}

    static long of(int slot, long offset, int frame) {
        return (long) slot << OFFSET_BITS + FRAME_BITS | offset << FRAME_BITS | frame;
    }

    static int slot(long location) {
        return (int) (location >>> OFFSET_BITS + FRAME_BITS);
    }

    static long offset(long location) {
        return location >>> FRAME_BITS & (1L << OFFSET_BITS) - 1;
    }

    static int frame(long location) {
        return (int) (location & MAX_FRAME);
    }
}
