package cn.jiangxue.local.mongo;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Byte arrays in unsigned order, and the ordered in-memory maps that hold them; these maps are never written out. */
final class ByteKeys extends BasicDataType<byte[]> {

    private static final ByteKeys ORDER = new ByteKeys();
    private static final int KEYS_PER_PAGE = 64;

    private ByteKeys() {}

    static MVStore store() {
        return new MVStore.Builder().keysPerPage(KEYS_PER_PAGE).open();
    }

    static MVMap<byte[], byte[]> toBytes(MVStore store, String name) {
        return store.openMap(
                name, new MVMap.Builder<byte[], byte[]>().keyType(ORDER).valueType(ORDER));
    }

    static MVMap<byte[], Long> toLocation(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], Long>().keyType(ORDER).valueType(org.h2.mvstore.type.LongDataType.INSTANCE));
    }

    @Override
    public int compare(byte[] a, byte[] b) {
        return Arrays.compareUnsigned(a, b);
    }

    @Override
    public int getMemory(byte[] value) {
        return value.length;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] value) {
        throw new UnsupportedOperationException("these maps live in memory");
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        throw new UnsupportedOperationException("these maps live in memory");
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
