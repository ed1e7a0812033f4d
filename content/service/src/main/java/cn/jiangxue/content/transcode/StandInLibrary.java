package cn.jiangxue.content.transcode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An empty shared library. The bundled ffmpeg is linked against libraries for screens and sound cards that a server does not have and that converting never calls; with
 * empty ones in their place it starts.
 */
final class StandInLibrary {

    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int STRINGS = HEADER + 2 * PROGRAM_HEADER;
    private static final int SYMBOLS = STRINGS + 16;
    private static final int HASH = SYMBOLS + 24;
    private static final int DYNAMIC = HASH + 24;
    private static final int TAGS = 6;
    private static final int SIZE = DYNAMIC + TAGS * 16;

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int READ_WRITE = 6;

    private StandInLibrary() {}

    /** An ELF64 x86-64 shared object with no symbols: header, two segments, and the dynamic section a loader insists on. */
    static byte[] bytes() {
        ByteBuffer elf = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        elf.putShort((short) 3).putShort((short) 62).putInt(1);
        elf.putLong(0).putLong(HEADER).putLong(0).putInt(0);
        elf.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 2);
        elf.putShort((short) 64).putShort((short) 0).putShort((short) 0);
        segment(elf, PT_LOAD, 0, SIZE, 0x1000);
        segment(elf, PT_DYNAMIC, DYNAMIC, TAGS * 16, 8);
        elf.position(HASH).putInt(1).putInt(1).putInt(0).putInt(0);
        elf.position(DYNAMIC);
        tag(elf, 4, HASH);
        tag(elf, 5, STRINGS);
        tag(elf, 6, SYMBOLS);
        tag(elf, 10, 1);
        tag(elf, 11, 24);
        tag(elf, 0, 0);
        return elf.array();
    }

    private static void segment(ByteBuffer elf, int type, long offset, long size, long alignment) {
        elf.putInt(type).putInt(READ_WRITE).putLong(offset).putLong(offset).putLong(offset);
        elf.putLong(size).putLong(size).putLong(alignment);
    }

    private static void tag(ByteBuffer elf, long tag, long value) {
        elf.putLong(tag).putLong(value);
    }
}
