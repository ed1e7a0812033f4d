package cn.jiangxue.proof;

/**
 * A tree head as C2SP tlog-checkpoint writes it: three lines, of which the first names the log.
 *
 * @param origin unique to the log
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (origin.isBlank() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("no head of a log: " + origin + ", " + size);
        }
    }

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Reads {@link #text}; lines that follow are extensions and are left alone. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("no checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
    }
}
