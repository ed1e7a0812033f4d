package cn.jiangxue.stating;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.RowFault;
import cn.jiangxue.contract.StatingApi.RowResult;
import cn.jiangxue.stating.rules.Column;
import cn.jiangxue.tables.CsvLine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;

/** Tables that leave the service, as CSV for a spreadsheet. */
final class ResultLines {

    private ResultLines() {}

    /** The columns with one example. */
    static String template() {
        return CsvLine.MARK
                + CsvLine.of(Arrays.stream(Column.values())
                        .map(column -> column.label().zh())
                        .toList())
                + CsvLine.of(Arrays.stream(Column.values()).map(Column::example).toList());
    }

    /** A header, then a line for each row. */
    static Flux<String> of(Flux<Row> rows, Locale locale) {
        boolean chinese = !locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        List<String> header = chinese
                ? List.of("行", "成果编号", "结果", "列", "原因", "下一步")
                : List.of("line", "number", "result", "column", "why", "next");
        return Flux.concat(Flux.just(CsvLine.MARK + CsvLine.of(header)), rows.map(row -> line(row, chinese)));
    }

    private static String line(Row row, boolean chinese) {
        return CsvLine.of(List.of(
                Integer.toString(row.line()),
                row.number(),
                chinese ? result(row.result()) : row.result().name(),
                joined(row, fault -> fault.column() == null ? "" : fault.column()),
                joined(row, fault -> said(fault.why(), chinese)),
                joined(row, fault -> said(fault.next(), chinese))));
    }

    private static String result(RowResult result) {
        return switch (result) {
            case ACCEPTED -> "已登记";
            case ALREADY -> "此前已登记";
            case REFUSED -> "未登记";
        };
    }

    private static String said(LocalText text, boolean chinese) {
        return chinese ? text.zh() : text.en();
    }

    private static String joined(Row row, Function<RowFault, String> part) {
        return row.faults().stream().map(part).collect(Collectors.joining(" | "));
    }
}
