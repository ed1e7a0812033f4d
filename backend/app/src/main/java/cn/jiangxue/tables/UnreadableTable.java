package cn.jiangxue.tables;

import cn.jiangxue.contract.LocalText;
import org.jspecify.annotations.Nullable;

/** A file that is no table, with the reason for whoever sent it. An answer, not a bug: it carries no stack trace. */
public final class UnreadableTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LocalText why;
    private final transient @Nullable LocalText limit;

    private UnreadableTable(LocalText why, @Nullable LocalText limit) {
        super(why.en(), null, false, false);
        this.why = why;
        this.limit = limit;
    }

    static UnreadableTable because(String zh, String en) {
        return new UnreadableTable(new LocalText(zh, en), null);
    }

    static UnreadableTable tooLarge(LocalText limit) {
        return new UnreadableTable(
                new LocalText(
                        "工作簿超过%s。请另存为 CSV，或分成几个文件后再选。".formatted(limit.zh()),
                        "The workbook is larger than %s. Save it as CSV, or as several files, and choose again."
                                .formatted(limit.en())),
                limit);
    }

    static UnreadableTable empty() {
        return because(
                "文件是空的。请在第一行写列名、下面逐行填写后再选。",
                "The file is empty. Name the columns in its first row, fill in the rows below and choose it again.");
    }

    /** What is wrong, where it can be told, and what to do. */
    public LocalText why() {
        return why;
    }

    /** What it is larger than; null when size is not the reason. */
    public @Nullable LocalText limit() {
        return limit;
    }
}
