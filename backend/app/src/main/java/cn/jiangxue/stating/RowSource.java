package cn.jiangxue.stating;

import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.stating.RowRecording.Raw;
import cn.jiangxue.stating.rules.Column;
import cn.jiangxue.tables.Table;
import cn.jiangxue.tables.TableCell;
import cn.jiangxue.tables.TableFormat;
import cn.jiangxue.tables.TableLimits;
import cn.jiangxue.tables.TableRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a file on disk, one after the other. Blocks; call it on the blocking scheduler. */
final class RowSource implements AutoCloseable {

    private final Table table;
    private final Map<Integer, Column> columns;

    private RowSource(Table table) {
        this.table = table;
        this.columns = columns(table.header());
    }

    /** Throws {@link cn.jiangxue.tables.UnreadableTable}, or {@link NoSuchTable} when columns are missing. */
    static RowSource open(ImportFormat format, Path file) {
        Table table = Table.of(TableFormat.valueOf(format.name()), file, TableLimits.LARGE);
        try {
            return new RowSource(table);
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** A table of something else, with the reason for whoever sent it. */
    static final class NoSuchTable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient LocalText why;

        NoSuchTable(String zh, String en) {
            super(en, null, false, false);
            this.why = new LocalText(zh, en);
        }

        LocalText why() {
            return why;
        }
    }

    /** How many rows there are; reads all of them. Throws {@link NoSuchTable} for none or too many. */
    static int count(ImportFormat format, Path file) {
        try (RowSource rows = open(format, file)) {
            int count = 0;
            while (rows.table.next().isPresent()) {
                if (++count > StatingApi.MOST_ROWS) {
                    throw new NoSuchTable("超过 10 万行，请分成几个文件。", "More than 100,000 rows; send them as several files.");
                }
            }
            if (count == 0) {
                throw new NoSuchTable(
                        "文件中没有可导入的行。请在列名下面逐行填写后再发送。",
                        "The file has no rows to import. Fill in rows below the names of the columns and send it again.");
            }
            return count;
        }
    }

    /** Passes over that many rows. */
    RowSource skip(long rows) {
        for (long i = 0; i < rows && table.next().isPresent(); i++) {
            // what was done before is read and left
        }
        return this;
    }

    /** The next rows, at most so many; none at the end. */
    List<Raw> next(int most) {
        List<Raw> rows = new ArrayList<>();
        while (rows.size() < most) {
            Optional<TableRow> row = table.next();
            if (row.isEmpty()) {
                break;
            }
            rows.add(raw(row.get()));
        }
        return rows;
    }

    @Override
    public void close() {
        table.close();
    }

    private Raw raw(TableRow row) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        Set<Column> formulas = EnumSet.noneOf(Column.class);
        columns.forEach((place, column) -> {
            TableCell cell = row.cell(place);
            values.put(column, cell.text());
            if (cell.formula()) {
                formulas.add(column);
            }
        });
        return new Raw(row.line(), values, formulas);
    }

    /** Columns that mean nothing here are passed over. */
    private static Map<Integer, Column> columns(List<String> header) {
        Map<Integer, Column> columns = new java.util.LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            Optional<Column> named = Column.named(header.get(i));
            if (named.isPresent()) {
                requireOnce(columns, named.get());
                columns.put(i, named.get());
            }
        }
        requireAll(columns);
        return columns;
    }

    private static void requireOnce(Map<Integer, Column> columns, Column column) {
        if (columns.containsValue(column)) {
            throw new NoSuchTable(
                    "“%s”列出现了两次。请删去一列后再发送。".formatted(column.label().zh()),
                    "The column %s stands there twice. Remove one and send the file again.".formatted(column.key()));
        }
    }

    private static void requireAll(Map<Integer, Column> columns) {
        List<Column> missing = Stream.concat(
                        Arrays.stream(Column.values()).filter(Column::required),
                        columns.containsValue(Column.LOGIN) ? Stream.empty() : Stream.of(Column.IDENTITY_NUMBER))
                .filter(column -> !columns.containsValue(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new NoSuchTable(
                    "第一行缺少列：%s。请对照模板补上后再发送。"
                            .formatted(missing.stream()
                                    .map(column -> column.label().zh())
                                    .collect(Collectors.joining("、"))),
                    "The first row lacks the columns: %s. Add them as the template has them and send it again."
                            .formatted(missing.stream().map(Column::key).collect(Collectors.joining(", "))));
        }
    }
}
