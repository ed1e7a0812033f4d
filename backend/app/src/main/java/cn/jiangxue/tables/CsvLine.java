package cn.jiangxue.tables;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV for people who open them in a spreadsheet. */
public final class CsvLine {

    /** Put first, so that a spreadsheet reads the file as UTF-8. */
    public static final String MARK = "\ufeff";

    private CsvLine() {}

    /** One line with its end. Every cell is quoted; one that a spreadsheet would calculate gets an apostrophe before it. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean calculates = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return '"' + (calculates ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
