package cn.jiangxue.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static final String SHEET = "编号,名称\nA-1,车工\n\nA-2,\"焊工,二班\"\n";

    @TempDir
    Path folder;

    @Test
    void utf8_with_or_without_a_mark_and_gbk_read_the_same() {
        List<TableRow> plain = rows(SHEET.getBytes(UTF_8));

        assertThat(plain).extracting(TableRow::line).containsExactly(2, 4);
        assertThat(plain.getLast().cell(1).text()).isEqualTo("焊工,二班");
        assertThat(plain.getLast().cell(9)).isEqualTo(TableCell.EMPTY);
        assertThat(rows(("\ufeff" + SHEET).getBytes(UTF_8))).isEqualTo(plain);
        assertThat(rows(SHEET.getBytes(Charset.forName("GBK")))).isEqualTo(plain);
    }

    @Test
    void a_file_on_disk_reads_like_the_same_bytes() throws Exception {
        Path file = Files.write(folder.resolve("a.csv"), SHEET.getBytes(UTF_8));
        Path book = Files.write(folder.resolve("a.xlsx"), workbook());

        try (Table table = Table.of(TableFormat.CSV, file, TableLimits.LARGE)) {
            assertThat(table.header()).containsExactly("编号", "名称");
            assertThat(all(table)).isEqualTo(rows(SHEET.getBytes(UTF_8)));
        }
        try (Table onDisk = Table.of(TableFormat.XLSX, book, TableLimits.LARGE);
                Table inMemory = Table.of(TableFormat.XLSX, workbook(), TableLimits.SMALL)) {
            Files.delete(book);
            assertThat(all(onDisk)).isEqualTo(all(inMemory)).hasSize(2);
        }
    }

    @Test
    void formulas_are_marked_and_never_calculated() throws Exception {
        List<TableRow> csv = rows("a,b\n=1+1,\"=HYPERLINK(\"\"http://x\"\")\"\n".getBytes(UTF_8));
        assertThat(csv.getFirst().cells()).allMatch(TableCell::formula);

        try (Table table = Table.of(TableFormat.XLSX, workbook(), TableLimits.SMALL)) {
            List<TableRow> rows = all(table);
            assertThat(rows.get(0).cell(0)).isEqualTo(new TableCell("13800138000", false));
            assertThat(rows.get(0).cell(1)).isEqualTo(new TableCell("2026-06-30", false));
            assertThat(rows.get(1).cell(0).formula()).isTrue();
            assertThat(rows.get(1).cell(1)).isEqualTo(new TableCell("87.5", false));
        }
    }

    @Test
    void what_is_no_table_is_refused_in_words() {
        refused("a\n\"open".getBytes(UTF_8));
        refused(new byte[] {(byte) 0xff, (byte) 0xff, 'a'});
        refused(("a\n\"" + "x".repeat(300_000)).getBytes(UTF_8));
        assertThatThrownBy(() -> Table.of(TableFormat.XLSX, "no zip".getBytes(UTF_8), TableLimits.SMALL))
                .isInstanceOf(UnreadableTable.class);
        assertThatThrownBy(() -> Table.of(TableFormat.XLSX, workbook(), new TableLimits(100, 100)))
                .isInstanceOfSatisfying(
                        UnreadableTable.class, e -> assertThat(e.limit()).isNotNull());
    }

    @Test
    void a_refusal_says_where_it_can_what_is_wrong_and_what_to_do() throws Exception {
        var blank = new ByteArrayOutputStream();
        try (var workbook = new Workbook(blank, "test", "1.0")) {
            workbook.newWorksheet("空");
        }

        says(TableFormat.XLSX, "no zip".getBytes(UTF_8), "只改了扩展名", "save it as .xlsx or CSV");
        says(TableFormat.XLSX, new byte[0], "另存为", "save it as .xlsx or CSV");
        says(TableFormat.XLSX, blank.toByteArray(), "文件是空的", "The file is empty");
        says(TableFormat.CSV, new byte[0], "文件是空的", "Name the columns");
        says(TableFormat.CSV, workbook(), "另存为", "save it as CSV");
        says(TableFormat.CSV, "a\nb\nc\n\"open\nd\n".getBytes(UTF_8), "从第 4 行起", "From line 4 on");
    }

    private static void says(TableFormat format, byte[] file, String zh, String en) {
        assertThatThrownBy(() -> {
                    try (Table table = Table.of(format, file, TableLimits.SMALL)) {
                        all(table);
                    }
                })
                .isInstanceOfSatisfying(UnreadableTable.class, e -> {
                    assertThat(e.why().zh()).contains(zh).contains("请").contains("再选");
                    assertThat(e.why().en()).contains(en).contains("choose it again");
                });
    }

    @Test
    void exported_cells_never_calculate() {
        assertThat(CsvLine.of(List.of("=1+1", "+1", "-1", "@x", "a\"b", "", "\tx")))
                .isEqualTo("\"'=1+1\",\"'+1\",\"'-1\",\"'@x\",\"a\"\"b\",\"\",\"'\tx\"\r\n");
    }

    private static byte[] workbook() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("成果");
            sheet.value(0, 0, "编号");
            sheet.value(0, 1, "日期");
            sheet.value(1, 0, 13800138000L);
            sheet.value(1, 1, LocalDate.of(2026, 6, 30));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.formula(3, 0, "1+1");
            sheet.value(3, 1, 87.5);
        }
        return out.toByteArray();
    }

    private static void refused(byte[] csv) {
        assertThatThrownBy(() -> rows(csv)).isInstanceOf(UnreadableTable.class);
    }

    private static List<TableRow> rows(byte[] csv) {
        try (Table table = Table.of(TableFormat.CSV, csv, TableLimits.SMALL)) {
            return all(table);
        }
    }

    private static List<TableRow> all(Table table) {
        List<TableRow> rows = new ArrayList<>();
        for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
