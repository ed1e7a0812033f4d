package cn.jiangxue.credential;

import static cn.jiangxue.print.Sheet.ACCENT;
import static cn.jiangxue.print.Sheet.INK;
import static cn.jiangxue.print.Sheet.SOFT;

import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.print.Fonts;
import cn.jiangxue.print.Sheet;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The printed certificate: A4 across, Chinese with an English line beneath, and a QR code that leads to the check. Fonts are embedded as subsets. */
final class CertificatePdf {

    private static final float WIDTH = PDRectangle.A4.getHeight();
    private static final float HEIGHT = PDRectangle.A4.getWidth();
    private static final float QR = 92;

    private final CivilTime time;

    CertificatePdf(CivilTime time) {
        this.time = time;
    }

    /** The certificate as PDF. Burns CPU: call it on {@link cn.jiangxue.platform.Blocking}. */
    byte[] print(CredentialDocument credential, String holder, String verifyUrl) throws IOException {
        try (PDDocument document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
            document.addPage(page);
            document.getDocumentInformation()
                    .setTitle(credential.issued().title().zh());
            Fonts fonts = Fonts.of(document);
            try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
                Sheet sheet = new Sheet(ink, fonts);
                frame(ink);
                text(sheet, credential, holder);
                qr(ink, verifyUrl);
                sheet.left(WIDTH - 80 - QR, 62, 8, SOFT, fonts.regular(), "扫码查验 Scan to verify");
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private void text(Sheet sheet, CredentialDocument credential, String holder) throws IOException {
        var issued = credential.issued();
        LocalDate on = time.dateOf(issued.at());
        sheet.centred(WIDTH, HEIGHT - 112, 30, ACCENT, sheet.fonts().bold(), "职业技能等级证书");
        sheet.centred(WIDTH, HEIGHT - 134, 11, SOFT, sheet.fonts().regular(), "CERTIFICATE OF SKILL GRADE");
        sheet.centred(WIDTH, HEIGHT - 198, 26, INK, sheet.fonts().bold(), holder);
        sheet.centred(
                WIDTH,
                HEIGHT - 240,
                14,
                INK,
                sheet.fonts().regular(),
                "符合%s职业技能标准，经评审认定，具备".formatted(issued.occupation().zh()));
        sheet.centred(
                WIDTH,
                HEIGHT - 284,
                24,
                ACCENT,
                sheet.fonts().bold(),
                issued.occupation().zh() + "　" + issued.gradeName().zh());
        sheet.centred(
                WIDTH,
                HEIGHT - 306,
                11,
                SOFT,
                sheet.fonts().regular(),
                issued.occupation().en() + " – " + issued.gradeName().en());
        sheet.centred(WIDTH, HEIGHT - 336, 14, INK, sheet.fonts().regular(), "的职业技能等级，特发此证。");
        sheet.left(80, 150, 12, INK, sheet.fonts().bold(), issued.issuer().zh());
        sheet.left(
                80,
                134,
                9,
                SOFT,
                sheet.fonts().regular(),
                "Issued by " + issued.issuer().en());
        sheet.left(
                80,
                106,
                12,
                INK,
                sheet.fonts().regular(),
                "%d年%d月%d日".formatted(on.getYear(), on.getMonthValue(), on.getDayOfMonth()));
        sheet.left(80, 90, 9, SOFT, sheet.fonts().regular(), "Date of issue " + on);
        sheet.left(80, 66, 11, INK, sheet.fonts().regular(), "证书编号 No. " + credential.number());
    }

    private static void frame(PDPageContentStream ink) throws IOException {
        ink.setStrokingColor(ACCENT);
        ink.setLineWidth(2.4f);
        ink.addRect(28, 28, WIDTH - 56, HEIGHT - 56);
        ink.stroke();
        ink.setLineWidth(0.6f);
        ink.addRect(36, 36, WIDTH - 72, HEIGHT - 72);
        ink.stroke();
    }

    /** Drawn as squares: sharp at any size. */
    private static void qr(PDPageContentStream ink, String content) throws IOException {
        BitMatrix code;
        try {
            code = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException e) {
            throw new IllegalStateException("an address that fits no QR code: " + content, e);
        }
        float module = QR / code.getWidth();
        ink.setNonStrokingColor(INK);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    ink.addRect(WIDTH - 80 - QR + x * module, 78 + QR - (y + 1) * module, module, module);
                }
            }
        }
        ink.fill();
    }
}
