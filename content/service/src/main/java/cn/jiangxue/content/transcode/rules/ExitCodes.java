package cn.jiangxue.content.transcode.rules;

import java.util.Set;

/** What an exit code of ffmpeg says. Its own codes are the last byte of its error numbers; a signal shows as 128 and the signal's number. */
public final class ExitCodes {

    private static final int BY_SIGNAL = 128;

    /** ILL, ABRT, BUS, FPE, KILL, SEGV: a crash, or somebody else's doing. */
    private static final Set<Integer> CRASHES =
            Set.of(BY_SIGNAL + 4, BY_SIGNAL + 6, BY_SIGNAL + 7, BY_SIGNAL + 8, BY_SIGNAL + 9, BY_SIGNAL + 11);

    /** ENOMEM, and no room on the device. */
    private static final Set<Integer> OUT_OF_ROOM = Set.of(256 - 12, 256 - 28);

    private static final Set<Integer> OUT_OF_TIME = Set.of(BY_SIGNAL + 24);

    /** XFSZ, and EFBIG. */
    private static final Set<Integer> FILE_TOO_LARGE = Set.of(BY_SIGNAL + 25, 256 - 27);

    private ExitCodes() {}

    /** What ended the program. */
    public enum Cause {
        DONE,
        FILE_AT_FAULT,
        CRASHED,
        OUT_OF_ROOM,
        OUT_OF_TIME,
        FILE_TOO_LARGE
    }

    public static Cause causeOf(int code) {
        if (code == 0) {
            return Cause.DONE;
        }
        if (CRASHES.contains(code)) {
            return Cause.CRASHED;
        }
        if (OUT_OF_ROOM.contains(code)) {
            return Cause.OUT_OF_ROOM;
        }
        if (OUT_OF_TIME.contains(code)) {
            return Cause.OUT_OF_TIME;
        }
        return FILE_TOO_LARGE.contains(code) ? Cause.FILE_TOO_LARGE : Cause.FILE_AT_FAULT;
    }
}
