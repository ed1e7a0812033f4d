package cn.jiangxue.local.backup;

import java.util.Arrays;
import java.util.List;

/** Why nothing was written, as a key of the words with its values; what was begun has been taken away again. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> values;

    Refused(String key, Object... values) {
        super(key + " " + Arrays.toString(values));
        this.key = key;
        this.values = List.of(values);
    }

    String key() {
        return key;
    }

    String text(Words words) {
        return words.of(key, values.toArray());
    }
}
