package cn.jiangxue.tables;

import cn.jiangxue.contract.LocalText;

/** A file that is no table, with the reason for whoever sent it. An answer, not a bug: it carries no stack trace. */
public final class UnreadableTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LocalText why;
    private final boolean tooLarge;

    private UnreadableTable(LocalText why, boolean tooLarge) {
        super(why.en(), null, false, false);
        this.why = why;
        this.tooLarge = tooLarge;
    }

    static UnreadableTable because(String zh, String en) {
        return new UnreadableTable(new LocalText(zh, en), false);
    }

    static UnreadableTable tooLarge(String zh, String en) {
        return new UnreadableTable(new LocalText(zh, en), true);
    }

    public LocalText why() {
        return why;
    }

    public boolean isTooLarge() {
        return tooLarge;
    }
}
