package cn.jiangxue.credit;

import static cn.jiangxue.print.Sheet.ACCENT;
import static cn.jiangxue.print.Sheet.INK;
import static cn.jiangxue.print.Sheet.SOFT;

import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.print.Fonts;
import cn.jiangxue.print.Sheet;
import cn.jiangxue.vocabulary.Credits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The printed statement: A4, balances and tree head first, then two lines for each entry, Chinese with English beside. */
final class StatementPdf {

    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float MARGIN = 48;
    private static final float ROW = 30;
    private static final float LOWEST = 64;
    private static final float TOP = HEIGHT - 62;
    private static final float REASON_WIDTH = 232;

    private final DateTimeFormatter minutes;

    StatementPdf(ZoneId zone) {
        this.minutes =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /** Burns CPU: call it on {@link cn.jiangxue.platform.Blocking}. */
    byte[] print(PrintedStatement statement) throws IOException {
        try (PDDocument document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle("匠学学分账户对账单");
            Fonts fonts = Fonts.of(document);
            int at = page(document, fonts, statement, 0, true);
            while (at < statement.rows().size()) {
                at = page(document, fonts, statement, at, false);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    /** One page from the row {@code from} on; the row that the next page begins with. */
    private int page(PDDocument document, Fonts fonts, PrintedStatement statement, int from, boolean first)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
            Sheet sheet = new Sheet(ink, fonts);
            float y = first ? cover(sheet, statement) : TOP;
            y = columns(sheet, y);
            int at = from;
            List<PrintedStatement.Row> rows = statement.rows();
            while (at < rows.size() && y - ROW >= LOWEST) {
                row(sheet, y, rows.get(at++));
                y -= ROW;
            }
            foot(sheet, statement, document.getNumberOfPages());
            return at;
        }
    }

    private float cover(Sheet sheet, PrintedStatement statement) throws IOException {
        var bold = sheet.fonts().bold();
        sheet.centred(WIDTH, HEIGHT - 66, 20, ACCENT, bold, "学分账户对账单");
        sheet.centred(WIDTH, HEIGHT - 82, 9, SOFT, sheet.fonts().regular(), "STATEMENT OF A LEARNING ACCOUNT");
        float y = fact(sheet, HEIGHT - 112, "户主 Holder", statement.holder());
        y = fact(sheet, y, "账号 Account", statement.learnerId().toString());
        y = fact(sheet, y, "可用学分 Available", new Credits(statement.availableMilli()).toString());
        y = fact(sheet, y, "冻结学分 Set aside", new Credits(statement.heldMilli()).toString());
        y = fact(
                sheet,
                y,
                "分录 Entries",
                "#%d – #%d，共 of %d".formatted(statement.firstSeq(), statement.lastSeq(), statement.seq()));
        y = fact(sheet, y, "出具时间 Made", minutes.format(statement.madeAt()));
        y = proof(sheet, y - 8, statement);
        return y - 10;
    }

    /** What the entries are proved by, and how to check it. */
    private static float proof(Sheet sheet, float top, PrintedStatement statement) throws IOException {
        sheet.left(MARGIN, top, 11, INK, sheet.fonts().bold(), "签名树头 Signed tree head");
        float y = top - 15;
        for (String line : statement.head().note().strip().split("\n", -1)) {
            sheet.left(MARGIN, y, 7.5f, INK, sheet.fonts().regular(), line);
            y -= 10;
        }
        sheet.left(MARGIN, y - 8, 11, INK, sheet.fonts().bold(), "如何核验 How to verify");
        y -= 22;
        for (String line : List.of(
                "1. 在账户页下载同一账户的 JSON 对账单：其中有每笔分录的全文与包含证明。 Download the JSON statement: it holds every entry and its proof.",
                "2. 在 " + statement.checkAt()
                        + " 由浏览器核验，或用命令 ./audit verify 离线核验。 Check it there, or offline with ./audit verify.",
                "3. 核对：树头与上面相同；每笔分录的叶哈希与下表相同；序号从 1 起没有间断。 Compare the head above and the leaf hashes below.",
                "本页不是证据本身：证据是由叶哈希归入签名树头的分录。 The proof is the entry under the signed head, not this sheet.")) {
            sheet.left(MARGIN, y, 7.5f, SOFT, sheet.fonts().regular(), line);
            y -= 11;
        }
        return y;
    }

    private static float fact(Sheet sheet, float y, String name, String value) throws IOException {
        sheet.left(MARGIN, y, 9.5f, SOFT, sheet.fonts().regular(), name);
        sheet.left(MARGIN + 110, y, 9.5f, INK, sheet.fonts().regular(), value);
        return y - 15;
    }

    private static float columns(Sheet sheet, float y) throws IOException {
        var bold = sheet.fonts().bold();
        sheet.left(MARGIN, y, 8, SOFT, bold, "序号");
        sheet.left(MARGIN + 44, y, 8, SOFT, bold, "时间");
        sheet.left(MARGIN + 128, y, 8, SOFT, bold, "种类与事由 Kind and reason");
        sheet.right(WIDTH - MARGIN - 62, y, 8, SOFT, bold, "变动 Change");
        sheet.right(WIDTH - MARGIN, y, 8, SOFT, bold, "余额 Balance");
        sheet.ink().setStrokingColor(SOFT);
        sheet.ink().setLineWidth(0.5f);
        sheet.ink().moveTo(MARGIN, y - 5);
        sheet.ink().lineTo(WIDTH - MARGIN, y - 5);
        sheet.ink().stroke();
        return y - 18;
    }

    private void row(Sheet sheet, float y, PrintedStatement.Row row) throws IOException {
        Entry entry = row.entry();
        var regular = sheet.fonts().regular();
        sheet.left(MARGIN, y, 8.5f, INK, regular, "#" + entry.seq());
        sheet.left(MARGIN + 44, y, 8.5f, INK, regular, minutes.format(entry.postedAt()));
        sheet.left(
                MARGIN + 128,
                y,
                8.5f,
                INK,
                regular,
                shortened(sheet, kind(entry.kind()) + " " + entry.reason().zh()));
        sheet.right(WIDTH - MARGIN - 62, y, 8.5f, INK, regular, change(entry));
        sheet.right(WIDTH - MARGIN, y, 8.5f, INK, regular, new Credits(entry.balanceAfterMilli()).toString());
        String place = row.index() == null ? "尚未归入树头 not yet under a head" : "叶 leaf " + row.index();
        sheet.left(MARGIN + 44, y - 11, 6.5f, SOFT, regular, place + " · " + entry.leafHash());
    }

    private static String shortened(Sheet sheet, String text) throws IOException {
        String shown = text;
        while (sheet.fonts().width(sheet.fonts().regular(), 8.5f, shown) > REASON_WIDTH) {
            int cut = shown.offsetByCodePoints(shown.length(), shown.endsWith("…") ? -2 : -1);
            shown = shown.substring(0, cut) + "…";
        }
        return shown;
    }

    private static String change(Entry entry) {
        long moved = entry.availableChangeMilli() == 0 ? entry.heldChangeMilli() : entry.availableChangeMilli();
        return (moved > 0 ? "+" : "") + new Credits(moved);
    }

    private static String kind(EntryKind kind) {
        return switch (kind) {
            case DEPOSIT -> "入账";
            case HOLD -> "冻结";
            case APPLY -> "使用";
            case DEBIT -> "扣减";
            case REVERSE -> "冲回";
            case SUPERSEDE -> "替代";
            case EXPIRE -> "到期";
        };
    }

    private static void foot(Sheet sheet, PrintedStatement statement, int page) throws IOException {
        sheet.left(
                MARGIN,
                36,
                7,
                SOFT,
                sheet.fonts().regular(),
                "树头 head %d · %s"
                        .formatted(statement.head().size(), statement.head().rootHash()));
        sheet.right(WIDTH - MARGIN, 36, 7, SOFT, sheet.fonts().regular(), Integer.toString(page));
    }
}
