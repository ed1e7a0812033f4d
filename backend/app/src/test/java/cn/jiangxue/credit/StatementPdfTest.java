package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.TransparencyApi.Head;
import cn.jiangxue.credit.PrintedStatement.Row;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class StatementPdfTest {

    private static final Head HEAD =
            new Head("ledger", 42, "ab".repeat(32), "example.org/logs/ledger\n42\nq6s=\n\n— example.org abc=\n");
    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private final StatementPdf pdf = new StatementPdf(ZoneId.of("Asia/Shanghai"));

    @Test
    void it_says_what_the_statement_with_proofs_says_in_a_font_that_is_inside() throws IOException {
        byte[] file = pdf.print(statement(List.of(row(1, 6_000, 0L), row(2, -1_500, null))));

        try (PDDocument document = Loader.loadPDF(file)) {
            String text = searchable(new PDFTextStripper().getText(document));
            assertThat(text)
                    .contains("签名树头", "欧阳建国", "4.5", "+6", "-1.5", "ab".repeat(32), "example.org/logs/ledger")
                    .contains("2026-11-20 12:00", "1f".repeat(32), "尚未归入树头", "https://example.org/proof", "./audit")
                    .contains("□");
            assertThat(document.getPage(0).getResources().getFontNames())
                    .isNotEmpty()
                    .allSatisfy(name -> {
                        var font = document.getPage(0).getResources().getFont(name);
                        assertThat(font.isEmbedded()).isTrue();
                        assertThat(font.getName()).contains("+NotoSansSC");
                    });
        }
    }

    @Test
    void an_account_without_entries_has_a_statement_too() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.print(statement(List.of())))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void the_most_entries_of_one_file_fit_on_a_hundred_pages_each_once() throws IOException {
        List<Row> rows = LongStream.rangeClosed(1, StatementPrinting.MOST)
                .mapToObj(seq -> row(seq, 1_000, seq))
                .toList();

        byte[] file = pdf.print(statement(rows));

        assertThat(file.length).isLessThan(4 * 1024 * 1024);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isLessThan(100);
            String text = new PDFTextStripper().getText(document);
            assertThat(text.lines().filter(line -> line.matches("#\\d+ 2026.*")).map(line -> line.split(" ")[0]))
                    .doesNotHaveDuplicates()
                    .hasSize(StatementPrinting.MOST);
        }
    }

    /** As a reader's search would: the font shares glyphs between compatibility forms. */
    private static String searchable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static PrintedStatement statement(List<Row> rows) {
        return new PrintedStatement(
                "欧阳建国\uE000", new UUID(1, 2), 4_500, 0, rows.size(), rows, HEAD, NOW, "https://example.org/proof");
    }

    private static Row row(long seq, long milli, Long index) {
        return new Row(
                new Entry(
                        seq,
                        new UUID(3, seq),
                        milli > 0 ? EntryKind.DEPOSIT : EntryKind.DEBIT,
                        milli,
                        0,
                        4_500,
                        new LocalText("修完课程《数控车床的日常维护与保养》（第一期高级研修班，含实训）", "Course"),
                        null,
                        null,
                        "c" + seq,
                        null,
                        NOW,
                        "1f".repeat(32),
                        null),
                index);
    }
}
