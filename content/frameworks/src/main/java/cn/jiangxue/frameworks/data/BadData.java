package cn.jiangxue.frameworks.data;

import cn.jiangxue.contract.LocalText;

/** Hand-written data that cannot be used. The message names the file, the place in it and what is wrong, for the person who edits the file. */
public final class BadData extends RuntimeException {
    private final String file;
    private final String path;
    private final transient LocalText reason;

    public BadData(String file, String path, String reason) {
        this(file, path, new LocalText(reason, reason));
    }

    public BadData(String file, String path, LocalText reason) {
        super("%s at %s: %s".formatted(file, path.isEmpty() ? "/" : path, reason.en()));
        this.file = file;
        this.path = path;
        this.reason = reason;
    }

    /** Resource name of the file, e.g. {@code standards/6-18-01-01.yaml}. */
    public String file() {
        return file;
    }

    /** Where in the file, as a JSON Pointer such as {@code /grades/2/anyOf/0/allOf/1/years}. */
    public String path() {
        return path;
    }

    public String reason() {
        return reason.en();
    }

    /** The reason for whoever does not keep files by hand; in English only where no form can cause it. */
    public LocalText inWords() {
        return reason;
    }
}
