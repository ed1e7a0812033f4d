package cn.jiangxue.auditor;

/** What was given cannot be worked with: exit code 2. */
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] values;

    Unusable(String key, Object... values) {
        super(key, null, false, false);
        this.key = key;
        this.values = values.clone();
    }

    String text(Words words) {
        return words.of(key, values);
    }
}
