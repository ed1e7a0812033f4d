package cn.jiangxue.local.backup;

import cn.jiangxue.local.backup.Manifest.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Map;
import java.util.TreeMap;

/** The user attributes of a file: the object store keeps content type, checksum and metadata of an object in them. */
final class Attributes {
    private static final int MOST = 64;
    private static final int MOST_BYTES = 64 << 10;

    private Attributes() {}

    /** None where the file system has none. */
    static Map<String, byte[]> of(Path file) throws IOException {
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        Map<String, byte[]> found = new TreeMap<>();
        if (view != null && Files.getFileStore(file).supportsFileAttributeView(UserDefinedFileAttributeView.class)) {
            for (String name : view.list()) {
                ByteBuffer value = ByteBuffer.allocate(view.size(name));
                view.read(name, value);
                found.put(name, value.array());
            }
        }
        return found;
    }

    /** @throws IOException also when the file system keeps none: films would not play without their content types */
    static void put(Path file, Map<String, byte[]> attributes) throws IOException {
        if (attributes.isEmpty()) {
            return;
        }
        UserDefinedFileAttributeView view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        for (Map.Entry<String, byte[]> attribute : attributes.entrySet()) {
            view.write(attribute.getKey(), ByteBuffer.wrap(attribute.getValue()));
        }
    }

    /** Whether a part has no more than a file system would keep, and only where there is something to keep. */
    static boolean areModest(Part part) {
        int bytes = part.attributes().entrySet().stream()
                .mapToInt(one -> one.getKey().length() + one.getValue().length)
                .sum();
        return part.attributes().isEmpty()
                || Layout.isObject(part.name()) && part.attributes().size() <= MOST && bytes <= MOST_BYTES;
    }
}
