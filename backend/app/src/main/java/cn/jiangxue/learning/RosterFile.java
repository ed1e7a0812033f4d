package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.tables.Table;
import cn.jiangxue.tables.TableFormat;
import cn.jiangxue.tables.TableLimits;
import cn.jiangxue.tables.TableRow;
import cn.jiangxue.tables.UnreadableTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads who is to be enrolled out of a {@link Table}. The column called {@code login} (or 账号, 登录名, 手机号) is read, others are passed over, and so are rows where
 * it is blank.
 *
 * <p>Blocks; call it on the blocking scheduler.
 */
final class RosterFile {

    /** Largest file, as sent, before base64. */
    static final int MAX_BYTES = 1024 * 1024;

    /** Most rows with a login. */
    static final int MAX_ROWS = 5_000;

    private static final int MAX_LOGIN_LENGTH = 100;
    private static final Set<String> LOGIN_COLUMNS = Set.of("login", "账号", "登录名", "手机号");

    private RosterFile() {}

    /** One row with a login; {@code line} counts from 1, the header being 1. */
    record Entry(int line, String login) {}

    /** The rows of the file. Throws INVALID_FIELDS on {@code fileBase64}, or TOO_LARGE. */
    static List<Entry> read(ImportFormat format, byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new ProblemException(ProblemCode.TOO_LARGE, "1 MiB");
        }
        List<Entry> entries;
        try (Table table = Table.of(TableFormat.valueOf(format.name()), file, TableLimits.SMALL)) {
            entries = entries(table);
        } catch (UnreadableTable refusal) {
            LocalText limit = refusal.limit();
            throw limit == null
                    ? unreadable(refusal.why())
                    : new ProblemException(ProblemCode.TOO_LARGE, limit).field("fileBase64", refusal.why());
        }
        if (entries.isEmpty()) {
            throw unreadable(
                    new LocalText(
                            "文件中没有可导入的行。请在列名下面逐行填写后再选。",
                            "The file has no rows to import. Fill in rows below the names of the columns and choose it again."));
        }
        return entries;
    }

    private static List<Entry> entries(Table table) {
        List<Entry> entries = new ArrayList<>();
        int column = loginColumn(table.header());
        for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
            add(entries, row.get().line(), row.get().cell(column).text());
        }
        return entries;
    }

    private static int loginColumn(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (LOGIN_COLUMNS.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        throw unreadable(new LocalText(
                "第一行没有名为 login（或 账号、登录名、手机号）的列。请加上这一列后再选。",
                "The first row names no column login (or 账号, 登录名, 手机号). Add it and choose the file again."));
    }

    private static void add(List<Entry> entries, int line, String login) {
        if (login.isEmpty()) {
            return;
        }
        if (entries.size() == MAX_ROWS) {
            throw new ProblemException(ProblemCode.TOO_LARGE, new LocalText(MAX_ROWS + " 行", MAX_ROWS + " rows"));
        }
        // What is longer than any login is no login; kept short so that the answer stays small.
        entries.add(new Entry(line, login.length() > MAX_LOGIN_LENGTH ? login.substring(0, MAX_LOGIN_LENGTH) : login));
    }

    private static ProblemException unreadable(LocalText why) {
        return new ProblemException(ProblemCode.INVALID_FIELDS).field("fileBase64", why);
    }
}
