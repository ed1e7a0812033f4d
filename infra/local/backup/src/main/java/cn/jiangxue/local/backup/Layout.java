package cn.jiangxue.local.backup;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What stands where in a data folder, and which archive it belongs to. Nothing else is ever written to one or taken from one. */
final class Layout {
    /** The document store's {@code file}; its segments stand beside it. */
    static final String DOCUMENTS = "mongo/documents";

    static final String OBJECTS = "s3/objects";
    static final String TREE_HEADS = "keys/tree-heads";
    static final String PUBLIC_BASE_URL = "public-base-url";
    static final String KEYS = "keys";
    static final String CONTENT_KEYS = "content-keys";
    static final String OBJECT_CREDENTIALS = "s3/credentials";
    /** About the current run: the lock of {@code ./run}, its ports. */
    static final String RUN = "run";

    static final String LOCK = "run/lock";

    private static final int LONGEST_NAME = 1_024;
    private static final String FILE = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
    /** One step of an object's path: no separators, no control characters, not only dots. */
    private static final String STEP = "(?!\\.{1,2}(?:/|$))[^/\\\\\\p{Cntrl}]{1,255}";

    private static final Pattern DATA_PART = Pattern.compile(
            "mongo/documents\\.[0-9]{10}|keys/tree-heads/" + FILE + "|public-base-url|s3/objects(?:/" + STEP + ")+");
    private static final Pattern KEY_PART = Pattern.compile("(?:keys|content-keys)/" + FILE + "|s3/credentials");
    /** Secrets in versions: these are needed to read what they protected. */
    private static final Pattern NEEDED_KEY = Pattern.compile("(?:keys|content-keys)/[A-Za-z0-9_-]+\\.[0-9]+");

    private Layout() {}

    /** Which of the two archives: the keys are kept apart, or whoever finds one file has everything. */
    enum Kind {
        DATA,
        KEYS;

        boolean holds(String name) {
            Pattern parts = this == DATA ? DATA_PART : KEY_PART;
            return name.length() <= LONGEST_NAME && parts.matcher(name).matches();
        }
    }

    static boolean isNeededKey(String name) {
        return NEEDED_KEY.matcher(name).matches();
    }

    static boolean isObject(String name) {
        return name.startsWith(OBJECTS + "/");
    }

    /**
     * Where a part stands in a folder.
     *
     * @throws Refused when it would stand anywhere else
     */
    static Path in(Path folder, String name, Kind kind) {
        Path path = folder.resolve(name).normalize();
        if (!kind.holds(name) || !path.startsWith(folder) || path.equals(folder)) {
            throw new Refused("archive.foreign", name);
        }
        return path;
    }
}
